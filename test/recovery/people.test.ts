import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/pipeline.ts';
import { coldStart } from '../../src/recovery/event.ts';
import type { OrderOptions } from '../../src/recovery/order.ts';
import type { Recovery, Step } from '../../src/recovery/recovery.ts';
import { facts, plan } from '../support/plan.ts';
import { numbers } from '../support/random-plan.ts';

const cold = (text: string, options: OrderOptions = {}): Recovery => {
  const known = facts(plan(text));
  return orderOf(known, coldStart(known), options);
};
const times = (r: Recovery): string[] =>
  [...r.steps]
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    .map((s) => `${s.id} ${s.start}-${s.end}${s.people.length > 0 ? ` ${s.people.join('+')}` : ''}`);
const staff = (...entries: [string, ...[number, number][]][]): OrderOptions => ({
  staff: new Map(entries.map(([role, ...list]) => [role, list.map(([count, from]) => ({ count, from }))])),
});

const team = `
people:
  anna: {}
  ben: {travelTime: 30m}
roles:
  admin: {holders: [anna, ben]}
  dba: {holders: [anna]}
  electrician: {count: 2}
`;
const step = (takes: string, role: string, more = ''): string =>
  `{recovery: {restart: {takes: ${takes}, staff: {${role}: 1}${more}}}}`;

describe('people', () => {
  it('do one thing at a time, whatever roles they hold, from when they are there', () => {
    const r = cold(`${team}servers: {db: ${step('20m', 'dba')}, web: ${step('20m', 'admin')}}\n`);
    expect(times(r)).toEqual(['db/restart 0-20 anna', 'web/restart 20-40 anna']);
    expect(r.team).toEqual([
      { id: 'anna', roles: ['admin', 'dba'], from: 0, busy: 40 },
      { id: 'ben', roles: ['admin'], from: 30, busy: 0 },
    ]);
  });
  it('are free again when their part is over', () => {
    const r = cold(`${team}servers: {a: ${step('60m', 'dba', ', attended: 10m')}, b: ${step('5m', 'dba')}}\n`);
    expect(times(r)).toEqual(['b/restart 0-5 anna', 'a/restart 5-65 anna']);
  });
  it('are two different ones where a step asks for two, also of two roles', () => {
    const two = `{recovery: {restart: {takes: 10m, staff: {admin: 1, dba: 1}}}}`;
    expect(times(cold(`${team}servers: {a: ${two}}\n`))).toEqual(['a/restart 30-40 anna+ben']);
  });
  it('without names are told apart by number', () => {
    const r = cold(`${team}servers: {a: ${step('5m', 'electrician')}, b: ${step('5m', 'electrician')}}\n`);
    expect(times(r)).toEqual(['a/restart 0-5 electrician #1', 'b/restart 0-5 electrician #2']);
  });
  it('that the plan lacks are assumed, and said so', () => {
    const r = cold('roles: {admin: {}}\nservers: {a: {recovery: {restart: {takes: 5m, staff: {admin: 2}}}}}\n');
    expect(times(r)).toEqual(['a/restart 0-5 admin #1+admin #2']);
    expect(r.assumedStaff).toEqual([{ role: 'admin', named: 0, needed: 2 }]);
  });
  it('that the user takes away are not: what needs them does not come back', () => {
    const text = `${team}servers: {db: ${step('20m', 'dba')}, web: {dependsOn: [db]}}\n`;
    const r = cold(text, staff(['dba', [0, 0]]));
    expect(times(r)).toEqual([]);
    expect(r.lost).toEqual([
      { id: 'db', because: ['dba'] },
      { id: 'web', because: ['db'] },
    ]);
    expect(r.unstaffed).toEqual([{ step: 'db/restart', roles: ['dba'] }]);
    expect(cold(text, staff(['dba', [0, 0], [1, 90]])).steps[0]).toMatchObject({ start: 90, people: ['anna'] });
  });
  it('who are not there do nothing', () => {
    const r = cold(`${team}servers: {a: ${step('5m', 'admin')}}\n`, { present: new Set(['ben']) });
    expect(times(r)).toEqual(['a/restart 30-35 ben']);
    expect(cold(`${team}servers: {a: ${step('5m', 'dba')}}\n`, { present: new Set(['ben']) }).lost).toHaveLength(1);
  });
  it('share the places of a backup target', () => {
    const server = '{recovery: {stateless: false, restore: {takes: 1h}, restart: {takes: 5m}}}';
    const text = `
servers: {a: ${server}, b: ${server}, bkp: {}}
backupTargets: {disk: {medium: disk, parallel: 1}}
backups: {all: {covers: [a, b], server: bkp, target: disk, every: 24h}}
`;
    const known = facts(plan(text));
    const failed = ['a', 'b'].map((element) => ({ element, effect: 'data-loss' as const }));
    const r = orderOf(known, { id: null, name: 'x', failed });
    expect(times(r)).toEqual(['a/restore 0-60', 'a/restart 60-65', 'b/restore 60-120', 'b/restart 120-125']);
    expect(r.steps.find((s) => s.id === 'a/restore')?.places).toEqual(['disk']);
  });
});

describe('what comes first', () => {
  const text = `
roles: {admin: {count: 1}}
servers:
  quick: ${step('10m', 'admin')}
  slow: {recovery: {rto: 30m, restart: {takes: 30m, staff: {admin: 1}}}}
`;
  it('is the promise, or what is back early, as asked', () => {
    expect(times(cold(text))[0]).toBe('slow/restart 0-30 admin #1');
    expect(times(cold(text, { aim: 'restored' }))[0]).toBe('quick/restart 0-10 admin #1');
    expect(cold(text).optimal).toBe(true);
  });
  it('is a promise of very high need before any other', () => {
    const need = 'protection: {availability: {need: very-high, reason: x}}';
    const both = `
roles: {admin: {count: 1}}
servers:
  a: {recovery: {rto: 10m, restart: {takes: 10m, staff: {admin: 1}}}}
  z: {${need}, recovery: {rto: 10m, restart: {takes: 10m, staff: {admin: 1}}}}
`;
    expect(times(cold(both))[0]).toBe('z/restart 0-10 admin #1');
  });
});

describe('verdicts', () => {
  const promise = (rto: string, takes: string): string =>
    `{recovery: {rto: ${rto}, restart: {takes: ${takes}, staff: {admin: 1}}}}`;
  const verdicts = (text: string, options?: OrderOptions) =>
    cold(text, options).objectives.map((o) => [o.element, o.verdict, o.proved, ...(o.with ?? [])]);
  it('contested is proved where two ask more of one than there is time for', () => {
    const text = `roles: {admin: {count: 1}}\nservers: {a: ${promise('30m', '20m')}, b: ${promise('30m', '20m')}}\n`;
    expect(verdicts(text)).toEqual([
      ['a', 'met', true],
      ['b', 'contested', true, 'a'],
    ]);
    expect(cold(text).objectives[1]?.remedy).toEqual({
      role: 'admin',
      shorten: { step: 'a/restart', minutes: 10 },
    });
    expect(verdicts(text, staff(['admin', [2, 0]])).map((v) => v[1])).toEqual(['met', 'met']);
  });
  it('infeasible is proved by the chain, or by the work of its own people', () => {
    const chain = `servers: {a: {recovery: {rto: 30m, restart: {takes: 20m}}, dependsOn: [b]}, b: {recovery: {restart: {takes: 20m}}}}\n`;
    expect(verdicts(chain)).toEqual([['a', 'infeasible', true]]);
    const work = `
roles: {admin: {count: 1}}
servers:
  a: {dependsOn: [b, c], recovery: {rto: 45m, restart: {takes: 1m}}}
  b: {recovery: {restart: {takes: 30m, staff: {admin: 1}}}}
  c: {recovery: {restart: {takes: 30m, staff: {admin: 1}}}}
`;
    expect(verdicts(work)).toEqual([['a', 'infeasible', true]]);
    expect(verdicts(work, staff(['admin', [2, 0]]))).toEqual([['a', 'met', true]]);
  });
  it('an assumed time proves nothing', () => {
    const text = 'servers: {a: {recovery: {rto: 5m}}}\n';
    expect(verdicts(text)).toEqual([['a', 'contested', false]]);
  });
  it('says how long nobody is there who could begin', () => {
    const text = `people: {ben: {travelTime: 30m}}\nroles: {admin: {holders: [ben]}}\nservers: {a: ${promise('20m', '5m')}}\n`;
    expect(cold(text).objectives[0]).toMatchObject({ verdict: 'infeasible', lowerBound: 35, peopleFrom: 30 });
  });
});

/** Servers in a row of needs, people with one or two roles, some steps that run alone. */
function staffedPlan(seed: number): string {
  const random = numbers(seed);
  const roles = ['r0', 'r1', 'r2'];
  const people = Array.from({ length: 1 + random(4) }, (_, i) => `p${i}`);
  const held = roles.map((role, i) => {
    const own = people.filter((_, p) => p % roles.length === i || random(3) === 0);
    return `  ${role}: ${own.length > 0 ? `{holders: [${own.join(', ')}]}` : '{count: 1}'}`;
  });
  const servers = Array.from({ length: 3 + random(8) }, (_, i) => {
    const needs = Array.from({ length: random(3) }, () => {
      const of = [...new Set([random(i + 1), random(i + 1)])].filter((x) => x !== i).map((x) => `s${x}`);
      return of.length === 0 ? '' : `{anyOf: [${of.join(', ')}], when: ${random(2) === 0 ? 'start' : 'serve'}}`;
    }).filter((n) => n !== '');
    const who = random(5) === 0 ? '' : `, staff: {${roles[random(3)]}: 1}`;
    const takes = 5 * (1 + random(8));
    const attended = random(3) === 0 ? ', attended: 5m' : '';
    const rto = random(2) === 0 ? `rto: ${30 + 10 * random(15)}m, ` : '';
    return `  s${i}: {dependsOn: [${needs.join(', ')}], recovery: {${rto}restart: {takes: ${takes}m${attended}${who}}}}`;
  });
  const named = people.map((p) => `  ${p}: {${random(4) === 0 ? 'travelTime: 20m' : ''}}`);
  return ['people:', ...named, 'roles:', ...held, 'servers:', ...servers, ''].join('\n');
}

describe('properties of staffed orders', () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 });
  const quick: OrderOptions = { passes: 60 };
  it('nobody is in two steps at once, nothing begins before what it waits for', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const r = cold(staffedPlan(seed), quick);
        const byId = new Map(r.steps.map((s) => [s.id, s]));
        for (const s of r.steps) {
          for (const w of s.waitsFor) {
            const over = w.of.filter((id) => (byId.get(id) as Step).end <= s.start).length;
            expect(over).toBeGreaterThanOrEqual(w.atLeast);
          }
        }
        const busy = new Map<string, [number, number][]>();
        for (const s of r.steps) {
          for (const p of s.people) busy.set(p, [...(busy.get(p) ?? []), [s.start, s.start + s.attended]]);
        }
        for (const spans of busy.values()) {
          spans.sort((a, b) => a[0] - b[0]);
          spans.forEach(([from], i) => {
            expect(from).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
  it('no order beats a lower bound, and slack is never more than there is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const r = cold(staffedPlan(seed), quick);
        for (const o of r.objectives) expect(o.lowerBound).toBeLessThanOrEqual(o.scheduled as number);
        for (const s of r.steps) expect(s.end + s.slack).toBeLessThanOrEqual(r.makespan);
        for (const id of r.criticalPath) expect(r.steps.find((s) => s.id === id)?.slack).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
  it('with people enough nothing is later than without limits', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const text = staffedPlan(seed);
        const many = staff(['r0', [20, 0]], ['r1', [20, 0]], ['r2', [20, 0]]);
        const free = cold(text.replaceAll(/, staff: \{r\d: 1\}/g, ''));
        // People still have to come: where everybody is there at once it is the earliest order.
        const there = cold(text.replaceAll('travelTime: 20m', ''), many);
        const ends = (r: Recovery) => new Map(r.steps.map((s) => [s.id, s.end]));
        expect(ends(there)).toEqual(ends(free));
        expect(there.optimal).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
  it('what is called contested and proved is not met by a search ten times as long', () => {
    let proved = 0;
    for (let seed = 0; seed < 500; seed++) {
      const text = staffedPlan(seed);
      const contested = cold(text, quick).objectives.filter((o) => o.verdict === 'contested' && o.proved);
      if (contested.length === 0) continue;
      proved++;
      const longer = cold(text, { passes: 600 });
      for (const o of contested) {
        const together = longer.objectives.filter((x) => x.element === o.element || o.with?.includes(x.element));
        expect(
          together.every((x) => x.verdict === 'met'),
          `seed ${seed} ${o.element}`,
        ).toBe(false);
      }
    }
    expect(proved).toBeGreaterThan(10);
  });
});

describe('switching over', () => {
  const text = (travel: string) => `
people: {anna: {}, frank: {travelTime: ${travel}}}
roles: {admin: {holders: [anna]}, dba: {holders: [frank]}}
services: {db: {providers: [d1, d2], failover: {takes: 5m, staff: {dba: 1}}}}
servers: {d1: {recovery: {restart: {takes: 20m, staff: {admin: 1}}}}, d2: {}}
processes: {p: {uses: [db]}}
`;
  const loss = (travel: string): Recovery => {
    const known = facts(plan(text(travel)));
    return orderOf(known, { id: null, name: 'x', failed: [{ element: 'd1', effect: 'outage' }] });
  };
  it('is planned where it is sooner than the first provider', () => {
    expect(times(loss('5m'))).toEqual(['d1/restart 0-20 anna', 'db/failover 5-10 frank']);
    expect(loss('5m').resumes.get('p')).toBe(10);
  });
  it('is left out where the first provider is back before whoever could switch', () => {
    expect(times(loss('30m'))).toEqual(['d1/restart 0-20 anna']);
    expect(loss('30m').resumes.get('p')).toBe(20);
  });
});

describe('ways that the plan documents', () => {
  it('a bypass opens a deadlock, and is made whole when the real provider is back', () => {
    const r = cold(`
roles: {admin: {count: 1}}
services: {names: {providers: [dc]}}
hypervisors:
  hv: {dependsOn: [{id: names, bypass: {takes: 10m, staff: {admin: 1}, wholeTakes: 3m}}], recovery: {restart: {takes: 20m}}}
virtualMachines: {dc: {runsOn: hv, recovery: {restart: {takes: 5m}}}}
`);
    expect(times(r)).toEqual([
      'hv/bypass.names 0-10 admin #1',
      'hv/restart 10-30',
      'dc/restart 30-35',
      'hv/normalise.names 35-38 admin #1',
    ]);
    expect([r.locked, r.deadlocks.length]).toEqual([[], 1]);
    expect(r.bypasses).toEqual([{ from: 'hv', relation: 'dependsOn', of: ['names'], why: 'deadlock' }]);
  });
  it('a bypass stands in for what is lost, and is not made whole', () => {
    const text = `
facilities: {grid: {type: power-feed}}
servers:
  portal: {poweredBy: [grid]}
  app: {dependsOn: [{id: portal, when: start, bypass: {takes: 10m}}], recovery: {restart: {takes: 5m}}}
`;
    const known = facts(plan(text));
    const failed = ['grid', 'portal', 'app'].map((element) => ({ element, effect: 'outage' as const }));
    const r = orderOf(known, { id: null, name: 'x', failed });
    expect(times(r)).toEqual(['app/bypass.portal 0-10', 'app/restart 10-15']);
    expect(r.bypasses.map((b) => b.why)).toEqual(['lost']);
  });
  it('a bypass that only keeps a promise is named, and taken when allowed', () => {
    const text = `
servers:
  vault: {recovery: {restart: {takes: 2h}}}
  app: {dependsOn: [{id: vault, when: start, bypass: {takes: 10m}}], recovery: {rto: 1h, restart: {takes: 5m}}}
`;
    const r = cold(text);
    expect([r.objectives[0]?.verdict, r.helpful]).toEqual([
      'contested',
      [{ from: 'app', relation: 'dependsOn', of: ['vault'], keeps: ['app'] }],
    ]);
    const allowed = cold(text, { allowBypass: true });
    expect([allowed.objectives[0]?.verdict, allowed.bypasses[0]?.why]).toEqual(['met', 'rto']);
    expect(times(allowed)).toEqual(['app/bypass.vault 0-10', 'vault/restart 0-120', 'app/restart 10-15']);
  });
  it('restores go where restore.to says when their place comes later', () => {
    const text = `
hypervisors: {hv-1: {recovery: {replace: {takes: 8h}, stateless: true}}, hv-2: {}}
virtualMachines: {vm: {runsOn: hv-1, recovery: {rebuild: {takes: 1h}, restore: {takes: 1h, to: {runsOn: [hv-2]}}, restart: {takes: 5m}}}}
`;
    const known = facts(plan(text));
    const failed = ['hv-1', 'vm'].map((element) => ({ element, effect: 'destroyed' as const }));
    const r = orderOf(known, { id: null, name: 'x', failed });
    expect(r.steps.find((s) => s.id === 'vm/restart')?.end).toBe(125);
  });
});

describe('machines of a farm', () => {
  const farm = (memory: string, more = '') => `
hypervisors: {hv-1: {cpu: 8, memory: 64GiB}, hv-2: {cpu: 8, memory: 64GiB}, hv-3: {cpu: 8, memory: 64GiB}}
clusters: {farm: {members: [hv-1, hv-2, hv-3], restarts: automatic, cpuOvercommit: 8${more}}}
roles: {admin: {count: 1}}
virtualMachines:
  a: {runsOn: farm, placedOn: hv-1, cpu: 4, memory: ${memory}, recovery: {restart: {takes: 5m, staff: {admin: 1}}}}
  b: {runsOn: farm, placedOn: hv-2, cpu: 4, memory: 40GiB}
  c: {runsOn: farm, placedOn: hv-3, cpu: 4, memory: 20GiB}
`;
  const loss = (text: string, effect: 'outage' | 'destroyed' = 'outage', element = 'hv-1'): Recovery => {
    const known = facts(plan(text));
    return orderOf(known, { id: null, name: 'x', failed: [{ element, effect }] });
  };
  const stepOf = (r: Recovery, id: string): Step | undefined => r.steps.find((s) => s.id === id);
  it('start on another host with room, by themselves', () => {
    expect(stepOf(loss(farm('40GiB')), 'a/restart')).toMatchObject({
      start: 0,
      placedOn: 'hv-3',
      automatic: true,
      people: [],
    });
  });
  it('wait for their host where no other has room', () => {
    const r = loss(farm('60GiB'));
    expect([stepOf(r, 'hv-1/restart')?.end, stepOf(r, 'a/restart')?.start]).toEqual([15, 15]);
    expect(stepOf(r, 'a/restart')?.placedOn).toBeUndefined();
  });
  it('are told where no host will ever have room', () => {
    expect(loss(farm('70GiB')).noRoom).toEqual([{ cluster: 'farm', machines: ['a'] }]);
  });
  it('keep apart from what they are to be apart from, as long as there is room', () => {
    const apart = ', placement: [{apart: [a, c], reason: x}]';
    expect(stepOf(loss(farm('20GiB', apart)), 'a/restart')?.placedOn).toBe('hv-2');
    expect(stepOf(loss(farm('40GiB', apart)), 'a/restart')?.placedOn).toBe('hv-3');
  });
  it('that failed by themselves are started by somebody', () => {
    const r = loss(farm('40GiB'), 'outage', 'a');
    expect(stepOf(r, 'a/restart')).toMatchObject({ people: ['admin #1'] });
    expect(stepOf(r, 'a/restart')?.automatic).toBeUndefined();
  });
});

describe('a compromise', () => {
  it('is contained as a whole before anything is set up again', () => {
    const text = `
roles: {admin: {count: 1}}
servers:
  a: {recovery: {stateless: true, isolate: {takes: 10m, staff: {admin: 1}}, rebuild: {takes: 1h}, verify: {takes: 5m}, restart: {takes: 5m}}}
  b: {recovery: {stateless: true, isolate: {takes: 10m, staff: {admin: 1}}, rebuild: {takes: 1h}, verify: {takes: 5m}, restart: {takes: 5m}}}
`;
    const known = facts(plan(text));
    const failed = ['a', 'b'].map((element) => ({ element, effect: 'compromised' as const }));
    const r = orderOf(known, { id: null, name: 'x', failed });
    const starts = r.steps.filter((s) => s.action === 'rebuild').map((s) => s.start);
    expect(starts).toEqual([20, 20]);
  });
});

describe('what cannot be restored', () => {
  it('is set up anew without its data where the plan says how, and else lost', () => {
    const text = (rebuild: string) => `
facilities: {grid: {type: power-feed}}
servers:
  bkp: {poweredBy: [grid]}
  app: {recovery: {restore: {takes: 1h}, restart: {takes: 5m}${rebuild}}}
backups: {b: {covers: [app], server: bkp, every: 24h}}
`;
    const order = (rebuild: string): Recovery => {
      const known = facts(plan(text(rebuild)));
      const failed = [
        { element: 'grid', effect: 'outage' as const },
        { element: 'app', effect: 'data-loss' as const },
      ];
      return orderOf(known, { id: null, name: 'x', failed });
    };
    const r = order(', rebuild: {takes: 2h}');
    expect(times(r)).toEqual(['app/rebuild 0-120', 'app/restart 120-125']);
    expect(r.withoutData).toEqual(['app']);
    expect(order('').lost.map((l) => l.id)).toEqual(['app', 'bkp', 'grid']);
  });
});
