import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/pipeline.ts';
import { scenarioEvent } from '../../src/recovery/event.ts';
import type { Recovery } from '../../src/recovery/recovery.ts';
import { cold, facts, plan, read } from '../support/plan.ts';

const failed = (text: string, ...failures: readonly string[]): Recovery => {
  const known = facts(plan(text));
  const list = failures
    .map((f) => f.split('='))
    .map(([element = '', effect = 'outage']) => ({ element, effect: effect as 'outage' }));
  return orderOf(known, { id: null, name: 'test', failed: list });
};
const steps = (r: Recovery): string[] => r.steps.map((s) => `${s.id} ${s.start}-${s.end}`);

describe('the recovery order', () => {
  it('starts what is needed first, as early as requirements allow, in waves', () => {
    const r = cold(
      plan(`
servers:
  db: {recovery: {restart: {takes: 20m}}}
  cache: {recovery: {restart: {takes: 5m}}}
  web: {dependsOn: [db, {anyOf: [cache, web], when: start}], recovery: {restart: {takes: 10m}}}
`),
    );
    expect(steps(r)).toEqual(['db/restart 0-20', 'cache/restart 0-5', 'web/restart 20-30']);
    expect(r.steps.map((s) => s.wave)).toEqual([1, 1, 2]);
    expect(r.steps.map((s) => s.slack)).toEqual([0, 15, 0]);
    expect(r.criticalPath).toEqual(['db/restart', 'web/restart']);
    expect(r.makespan).toBe(30);
    expect(r.steps[2]?.waitsFor).toEqual([
      { atLeast: 1, of: ['db/restart'], chosen: ['db/restart'] },
      { atLeast: 1, of: ['cache/restart', 'web/restart'], chosen: ['cache/restart'] },
    ]);
    expect(r.steps[1]?.unlocks).toEqual(['web/restart']);
  });
  it('waits through services for as many providers as they need', () => {
    const r = cold(
      plan(`
servers:
  a: {recovery: {restart: {takes: 1m}}}
  b: {recovery: {restart: {takes: 2m}}}
  c: {recovery: {restart: {takes: 9m}}}
  app: {dependsOn: [quorum], recovery: {restart: {takes: 1m}}}
services:
  quorum: {providers: [a, b, c], atLeast: 2}
`),
    );
    const app = r.steps.find((s) => s.element === 'app');
    expect([app?.start, app?.wave]).toEqual([2, 2]);
    expect(app?.waitsFor).toEqual([
      { atLeast: 2, of: ['a/restart', 'b/restart', 'c/restart'], chosen: ['a/restart', 'b/restart'] },
    ]);
    expect([...r.resumes]).toEqual([['quorum', 2]]);
  });
  it('has a step for each action of what was destroyed, with the wait for the part', () => {
    const text = `
hypervisors:
  hv: {recovery: {replace: {takes: 2h, from: [contract]}, restore: {takes: 1h}, restart: {takes: 10m}}}
virtualMachines:
  vm: {runsOn: hv, recovery: {restart: {takes: 5m}}}
contracts:
  contract: {repairTime: 4h}
`;
    expect(steps(failed(text, 'hv=destroyed'))).toEqual([
      'hv/wait 0-240',
      'hv/replace 240-360',
      'hv/restore 360-420',
      'hv/restart 420-430',
      'vm/restart 430-435',
    ]);
    expect(
      steps(failed(text.replace('replace:', 'stateless: true, replace:'), 'hv=destroyed')).map((s) => s.split(' ')[0]),
    ).toEqual(['hv/wait', 'hv/replace', 'hv/restart', 'vm/restart']);
    expect(steps(failed(text, 'vm=data-loss')).map((s) => s.split(' ')[0])).toEqual(['vm/restore', 'vm/restart']);
    expect(steps(failed(text, 'vm=compromised')).map((s) => s.split(' ')[0])).toEqual([
      'vm/isolate',
      'vm/rebuild',
      'vm/restore',
      'vm/verify',
      'vm/restart',
    ]);
    expect(steps(failed(text, 'vm=disclosed'))).toEqual([]);
  });
  it('uses each spare once, and none that burns with its place', () => {
    const text = `
locations: {room: {}, shed: {}}
servers:
  a: {in: room, recovery: {stateless: true, replace: {takes: 1h, from: [part]}}}
  b: {in: room, recovery: {stateless: true, replace: {takes: 1h, from: [part]}}}
spares: {part: {in: shed, count: 1, leadTime: 2d}}
`;
    const waits = (t: string, ...f: string[]) =>
      failed(t, ...f)
        .steps.filter((s) => s.action === 'wait')
        .map((s) => `${s.element} ${s.end}`);
    expect(waits(text, 'a=destroyed', 'b=destroyed')).toEqual(['b 2880']);
    expect(waits(text.replace('in: shed', 'in: room'), 'room=destroyed')).toEqual(['a 2880', 'b 2880']);
  });
  it('binds restore requirements to restores only', () => {
    const text =
      'servers:\n  app: {}\n  bkp: {recovery: {restart: {takes: 30m}}}\nbackups:\n  b: {covers: [app], server: bkp}\n';
    expect(failed(text, 'app', 'bkp').steps.find((s) => s.element === 'app')?.start).toBe(0);
    expect(failed(text, 'app=data-loss', 'bkp').steps.find((s) => s.id === 'app/restore')?.start).toBe(30);
  });
  it('holds promises from the start of the outage, and proves only with times the plan states', () => {
    const text = `
policy: {alarmTime: 10m}
servers:
  db: {recovery: {rto: 1h, restart: {takes: 70m}}}
  web: {dependsOn: [db], recovery: {rto: 2h}}
  idle: {recovery: {rto: 1m}}
`;
    const verdicts = cold(plan(text)).objectives.map((o) => [
      o.element,
      o.verdict,
      o.lowerBound,
      o.scheduled,
      o.proved,
    ]);
    expect(verdicts).toEqual([
      ['db', 'infeasible', 80, 80, true],
      ['idle', 'infeasible', 10, 25, true],
      ['web', 'met', 80, 95, true],
    ]);
  });
  it('never counts what a bypass avoids against a promise', () => {
    const text = `
servers:
  slow: {recovery: {restart: {takes: 5h}}}
  app: {dependsOn: [{id: slow, bypass: {procedure: p, takes: 5m}}], recovery: {rto: 1h, restart: {takes: 10m}}}
procedures: {p: {title: x}}
`;
    expect(cold(plan(text)).objectives[0]).toMatchObject({ verdict: 'contested', lowerBound: 10, scheduled: 310 });
  });
  it('tells what is lost, what only serves never, and keeps ordering the rest', () => {
    const text = `
facilities: {grid: {type: power-feed}, line: {type: uplink}}
servers:
  a: {poweredBy: [grid]}
  b: {dependsOn: [{id: line, when: serve}]}
  c: {dependsOn: [{id: a, when: serve}]}
  d: {}
`;
    const r = failed(text, 'grid', 'd', 'c');
    expect(r.lost).toEqual([
      { id: 'a', because: ['grid'] },
      { id: 'grid', because: [] },
    ]);
    expect(r.notServing).toEqual([{ id: 'c', because: ['a'] }]);
    expect(r.steps.map((s) => s.element)).toEqual(['c', 'd']);
  });
  it('resolves scenarios with selectors and several effects', () => {
    const reading = plan(`
servers:
  a: {tags: [test, web], os: linux}
  b: {tags: [test]}
  c: {}
scenarios:
  s: {affects: [{select: {tags: [test], kind: server}, effect: data-loss}, {id: c, effect: [outage, disclosed]}]}
`);
    const known = facts(reading);
    const scenario = known.model.of('scenario')[0];
    const event = scenario ? scenarioEvent(known, scenario) : undefined;
    expect(event?.failed.map((f) => `${f.element} ${f.effect}`)).toEqual([
      'a data-loss',
      'b data-loss',
      'c disclosed',
      'c outage',
    ]);
  });
});

describe('properties of the order', () => {
  const plans = fc.integer({ min: 2, max: 8 }).chain((n) =>
    fc.array(
      fc.record({
        takes: fc.integer({ min: 0, max: 30 }),
        needs: fc.array(
          fc.record({
            of: fc.uniqueArray(fc.integer({ min: 0, max: n - 1 }), { minLength: 1, maxLength: 3 }),
            when: fc.constantFrom('start', 'run', 'serve', 'later'),
          }),
          { maxLength: 3 },
        ),
      }),
      { minLength: n, maxLength: n },
    ),
  );
  const yaml = (
    elements: readonly { takes: number; needs: readonly { of: readonly number[]; when: string }[] }[],
    ids: readonly number[],
  ) =>
    ids
      .map((i) => {
        const e = elements[i];
        const needs = (e?.needs ?? []).map((r) => `{anyOf: [${r.of.map((x) => `s${x}`).join(', ')}], when: ${r.when}}`);
        return `  s${i}: {dependsOn: [${needs.join(', ')}], recovery: {restart: {takes: ${e?.takes}m}}}\n`;
      })
      .join('');
  const order = (list: Parameters<typeof yaml>[0], ids = list.map((_, i) => i)) =>
    cold(plan(`servers:\n${yaml(list, ids)}`));

  it('places every element once: as a step, in a deadlock, or lost', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const r = order(list);
        const placed = [
          ...r.steps.map((s) => s.element),
          ...r.deadlocks.flatMap((d) => d.elements),
          ...new Set(r.deadlocks.flatMap((d) => d.waiting)),
          ...r.lost.map((l) => l.id),
        ];
        expect(placed.sort()).toEqual(list.map((_, i) => `s${i}`).sort());
      }),
      { numRuns: 200 },
    );
  });
  it('starts every step after what it waits for, also as listed', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const r = order(list);
        const at = new Map(r.steps.map((s, i) => [s.id, { ...s, i }]));
        for (const step of r.steps) {
          for (const wait of step.waitsFor) {
            const done = wait.of.filter((id) => (at.get(id)?.end ?? Number.POSITIVE_INFINITY) <= step.start);
            expect(done.length).toBeGreaterThanOrEqual(wait.atLeast);
            expect(wait.chosen.length).toBe(wait.atLeast);
            for (const id of wait.chosen) expect(at.get(id)?.i).toBeLessThan(at.get(step.id)?.i ?? -1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
  it('does not depend on the order of keys or files', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (list, seed) => {
        const ids = list.map((_, i) => i);
        const shuffled = [...ids].sort((a, b) => ((a * 7919 + seed) % 13) - ((b * 7919 + seed) % 13));
        const half = Math.ceil(shuffled.length / 2);
        const split = cold(
          read({
            'drplan.yaml': 'drplan: 1\nplan: {name: Test}\n',
            'z.yaml': `servers:\n${yaml(list, shuffled.slice(0, half))}`,
            'a.yaml': shuffled.length > half ? `servers:\n${yaml(list, shuffled.slice(half))}` : '# nothing\n',
          }),
        );
        const plainOf = (r: Recovery) => ({
          steps: r.steps,
          lost: r.lost,
          deadlocks: r.deadlocks.map((d) => d.elements),
        });
        expect(plainOf(split)).toEqual(plainOf(order(list, ids)));
      }),
      { numRuns: 100 },
    );
  });
});
