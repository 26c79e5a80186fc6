import { describe, expect, it } from 'vitest';
import { assumedShutdown, shutdownOrder } from '../../src/analysis/index.ts';
import type { Model, Node, Requirement } from '../../src/model/model.ts';
import { assumedMinutes } from '../../src/recovery/times.ts';
import { facts, plan } from '../support/plan.ts';
import { randomPlan } from '../support/random-plan.ts';

const binds = (r: Requirement): boolean => r.when === 'run' || r.when === 'start';

/** Everything that can be reached by "u needs p", whatever else would do for u: asked edge by edge. */
function reachable(model: Model, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const r of model.requirements) {
      if (r.from !== id || !binds(r)) continue;
      for (const to of r.of) {
        if (found.has(to) || model.node(to)?.external) continue;
        found.add(to);
        queue.push(to);
      }
    }
  }
  return found;
}

const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

describe('the shutdown order against looking at every pair and every moment', () => {
  it.each(seeds)('plan %i', (seed) => {
    const { model, shutdown } = facts(plan(randomPlan(seed, 8 + (seed % 5) * 4)));
    const { steps, mutual } = shutdown;
    const at = new Map(steps.map((s, i) => [s.element, { ...s, place: i }]));
    const reach = new Map(model.nodes.map((n) => [n.id, reachable(model, n.id)]));
    const circular = (a: string, b: string): boolean => (reach.get(a)?.has(b) && reach.get(b)?.has(a)) === true;

    // Nothing is shut down before what needs it, unless they need each other in a circle; services and clusters hand on.
    const waits = (user: string, from: string, seen: Set<string>): void => {
      for (const r of model.requirements) {
        if (r.from !== from || !binds(r)) continue;
        for (const to of r.of) {
          if (seen.has(to) || model.node(to)?.external || circular(from, to) || to === from) continue;
          seen.add(to);
          const [step, other] = [at.get(user), at.get(to)];
          if (!other) waits(user, to, seen);
          if (!step || !other) continue;
          expect(other.start, `${to} before ${user}`).toBeGreaterThanOrEqual(step.end);
          expect(other.place).toBeGreaterThan(step.place);
        }
      }
    };
    for (const user of at.keys()) waits(user, user, new Set());

    // At every step, whatever is still up has as many providers as it needs: services by what they stand on.
    const locked = new Set(mutual.flat());
    const down = new Set<string>();
    const stands = (): ReadonlySet<string> => {
      const fallen = new Set(down);
      for (let more = true; more; ) {
        more = false;
        for (const r of model.requirements) {
          const from = model.node(r.from) as Node;
          if (fallen.has(r.from) || !binds(r) || at.has(r.from) || from.external) continue;
          if (r.of.filter((id) => !fallen.has(id)).length < r.atLeast) {
            fallen.add(r.from);
            more = true;
          }
        }
      }
      return fallen;
    };
    for (const step of steps) {
      down.add(step.element);
      const fallen = stands();
      for (const r of model.requirements) {
        if (!at.has(r.from) || down.has(r.from) || !binds(r) || locked.has(r.from)) continue;
        const left = r.of.filter((id) => !fallen.has(id)).length;
        const throughLocked = r.of.some(
          (id) => locked.has(id) || [...(reach.get(id) ?? [])].some((x) => locked.has(x)),
        );
        if (!throughLocked) expect(left, `${r.from} without ${step.element}`).toBeGreaterThanOrEqual(r.atLeast);
      }
    }
  });

  it.each(seeds.slice(0, 30))('earliest times, limits and chains of plan %i', (seed) => {
    const { shutdown } = facts(plan(randomPlan(seed, 8 + (seed % 5) * 4)));
    const at = new Map(shutdown.steps.map((s) => [s.element, s]));
    // A step begins when the last of those it waits for is down; what is only switched off may wait longer.
    for (const step of shutdown.steps) {
      const ready = Math.max(0, ...step.waitsFor.map((id) => at.get(id)?.end ?? Number.NaN));
      if (step.end > step.start) expect(step.start).toBe(ready);
      else expect(step.start).toBeGreaterThanOrEqual(ready);
    }
    // Begun at their latest, all are down before the power of each host is gone, and one minute later some is not.
    const late = shutdown.steps.filter((s) => s.latestStart !== null);
    for (const s of late) {
      for (const id of s.waitsFor) {
        const user = at.get(id);
        const users = (user?.latestStart ?? Number.NEGATIVE_INFINITY) + ((user?.end ?? 0) - (user?.start ?? 0));
        expect(users).toBeLessThanOrEqual(s.latestStart as number);
      }
    }
    for (const ups of shutdown.upses) {
      const carried = ups.carries.map((id) => at.get(id)).filter((s) => s !== undefined);
      const hosts = carried.filter((s) => s.end > s.start);
      expect(ups.spare).toBe(20 - Math.max(...hosts.map((s) => s.end)));
      expect(ups.verdict).toBe((ups.spare as number) >= 0 ? 'in-time' : ups.verdict);
      expect((ups.spare as number) >= 0).toBe(ups.verdict === 'in-time');
      // The chain is gapless, and it ends with what is down last.
      const times = ups.chain.map((id) => at.get(id));
      times.forEach((s, i) => {
        if (i > 0) expect(times[i - 1]?.end).toBe(s?.start);
      });
      expect(times.at(-1)?.end).toBe(20 - (ups.spare as number));
    }
  });
});

describe('the shutdown order', () => {
  const order = (text: string, facility?: string) => {
    const { model } = plan(text);
    return shutdownOrder(model, facility === undefined ? undefined : model.node(facility));
  };
  const rows = (text: string, facility?: string) =>
    order(text, facility).steps.map((s) => `${s.element} ${s.start}-${s.end}${s.assumed ? '~' : ''}`);

  const farm = `
policy: {defaults: {virtualMachine: {shutdown: 3m}}}
facilities:
  grid: {type: power-feed}
  generator: {type: generator}
  ups: {type: ups, poweredBy: [grid, generator], runtime: 20m}
networkDevices: {sw: {poweredBy: [ups]}}
storage: {san: {poweredBy: [ups], connectedTo: [sw]}}
hypervisors:
  hv-1: {poweredBy: [ups], storedOn: [san], recovery: {shutdown: {takes: 5m, procedure: stop}}}
  hv-2: {poweredBy: [ups], storedOn: [san], recovery: {shutdown: {takes: 6m}}}
clusters: {farm: {members: [hv-1, hv-2]}}
virtualMachines: {db: {runsOn: farm}, web: {runsOn: farm, dependsOn: [db]}}
procedures: {stop: {title: Stop}}
`;
  it('shuts down users first, hosts after every machine that may run on them, and switches off last', () => {
    expect(rows(farm)).toEqual(['web 0-3', 'db 3-6', 'hv-1 6-11', 'hv-2 6-12', 'san 12-22~', 'sw 22-22']);
  });
  it('says what is late, whether that is proved, and which chain decides it', () => {
    const [ups] = order(farm).upses;
    expect(ups).toMatchObject({
      ups: 'ups',
      runtime: 20,
      carries: ['hv-1', 'hv-2', 'san', 'sw'],
      downAt: 22,
      verdict: 'perhaps-too-late',
      spare: -2,
      chain: ['web', 'db', 'hv-2', 'san'],
      assumed: true,
    });
    const verdict = (text: string) => order(text).upses[0]?.verdict;
    const takes = (minutes: number) =>
      farm
        .replace('san: {', `san: {recovery: {shutdown: {takes: ${minutes}m}}, `)
        .replace('db: {runsOn: farm', 'db: {runsOn: hv-2');
    expect(verdict(takes(9))).toBe('too-late');
    expect(verdict(takes(8))).toBe('in-time');
    expect(verdict(farm.replace(', runtime: 20m', ''))).toBe('unknown');
  });
  it('knows when each must begin at the latest', () => {
    const latest = order(farm.replace('runtime: 20m', 'runtime: 30m')).steps.map(
      (s) => `${s.element} ${s.latestStart}`,
    );
    expect(latest).toEqual(['web 8', 'db 11', 'hv-1 15', 'hv-2 14', 'san 20', 'sw 30']);
  });
  it('takes the longer of two UPS, and nothing that only the mains feed', () => {
    const two = `
facilities: {grid: {type: power-feed}, a: {type: ups, poweredBy: [grid], runtime: 5m}, b: {type: ups, poweredBy: [grid], runtime: 12m}}
servers: {one: {poweredBy: [a]}, both: {poweredBy: [a, b]}, none: {poweredBy: [grid]}, unknown: {}}
`;
    const { upses, unprotected, steps } = order(two);
    expect(upses.map((u) => [u.ups, u.spare, u.carries])).toEqual([
      ['a', -5, ['both', 'one']],
      ['b', 2, ['both']],
    ]);
    expect(unprotected).toEqual(['none']);
    expect(steps.find((s) => s.element === 'unknown')?.latestStart).toBeNull();
  });
  it('asks only what hangs on one facility, and what cannot run without it', () => {
    const sites = `
facilities: {grid: {type: power-feed}, a: {type: ups, poweredBy: [grid], runtime: 30m}, b: {type: ups, poweredBy: [grid], runtime: 30m}}
hypervisors: {hv-a: {poweredBy: [a]}, hv-b: {poweredBy: [b]}}
virtualMachines: {vm-a: {runsOn: hv-a}, vm-b: {runsOn: hv-b, dependsOn: [{anyOf: [vm-a, vm-c]}]}, vm-c: {runsOn: hv-b}, vm-d: {runsOn: hv-b, dependsOn: [vm-a]}}
`;
    expect(rows(sites, 'a')).toEqual(['vm-d 0-10~', 'vm-a 10-20~', 'hv-a 20-30~']);
    expect(order(sites, 'a').upses.map((u) => u.ups)).toEqual(['a']);
    expect(rows(sites, 'grid')).toHaveLength(6);
  });
  it('lets one of several go first where they would wait for each other in a circle', () => {
    const circle = `
servers: {ns: {recovery: {shutdown: {takes: 1m}}}}
hypervisors: {hv: {dependsOn: [dns], recovery: {shutdown: {takes: 5m}}}}
virtualMachines: {vm: {runsOn: hv, recovery: {shutdown: {takes: 3m}}}}
services: {dns: {providers: [vm, ns]}}
`;
    expect(rows(circle)).toEqual(['vm 0-3', 'hv 3-8', 'ns 8-9']);
    expect(order(circle).mutual).toEqual([]);
  });
  it('names those that need each other, and orders all others', () => {
    const locked = `
servers: {a: {dependsOn: [b]}, b: {dependsOn: [a]}, c: {dependsOn: [a]}, d: {dependsOn: [c]}}
`;
    const { mutual, steps } = order(locked);
    expect(mutual).toEqual([['a', 'b']]);
    expect(steps.map((s) => s.element)).toEqual(['b', 'd', 'c', 'a']);
  });
  it('counts on nothing from a source of which nobody knows how long it holds', () => {
    const { upses, steps } = order(`
facilities: {a: {type: ups, runtime: 15m}, b: {type: ups}, pdu: {poweredBy: [b]}}
networkDevices: {sw: {}}
servers: {both: {poweredBy: [a, pdu]}, poe: {poweredBy: [sw, a]}, open: {poweredBy: [pdu]}, free: {poweredBy: [sw]}}
`);
    expect(upses.map((u) => [u.ups, u.verdict, u.spare])).toEqual([
      ['a', 'in-time', 5],
      ['b', 'unknown', null],
    ]);
    const latest = new Map(steps.map((s) => [s.element, s.latestStart]));
    expect(['both', 'poe', 'open', 'free'].map((id) => latest.get(id))).toEqual([5, 5, null, null]);
  });
  it('follows power through what stands between, in chains as long as a plan and in circles', () => {
    const chain = Array.from(
      { length: 3000 },
      (_, i) => `  sw-${i}: {poweredBy: [${i === 0 ? 'ups' : `sw-${i - 1}`}]}`,
    );
    const long = `
facilities: {ups: {type: ups, runtime: 9m}, pdu: {poweredBy: [ups]}}
servers: {end: {poweredBy: [sw-2999]}, near: {poweredBy: [pdu]}, round: {poweredBy: [ring-1]}}
networkDevices:
  ring-1: {poweredBy: [ring-2]}
  ring-2: {poweredBy: [ring-1]}
${chain.join('\n')}
`;
    const { upses, steps } = order(long);
    expect(upses[0]?.carries).toHaveLength(3002);
    expect(upses[0]?.spare).toBe(-1);
    expect(steps.find((s) => s.element === 'near')?.latestStart).toBe(-1);
  });
  it('assumes the same time as the recovery does', () => {
    expect(assumedShutdown).toBe(assumedMinutes.shutdown);
  });
});
