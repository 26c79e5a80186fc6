import { describe, expect, it } from 'vitest';
import { impactOf, impactWithFailover } from '../../src/analysis/index.ts';
import type { Effect } from '../../src/inventory/index.ts';
import { facts, plan } from '../support/plan.ts';

const site = `
locations:
  site: {}
  room: {in: site}
facilities:
  grid: {type: power-feed}
  ups: {type: ups, poweredBy: [grid], runtime: 20m, in: room}
hypervisors:
  hv-1: {in: room, poweredBy: [ups], storedOn: [san]}
  hv-2: {in: room, poweredBy: [ups], storedOn: [san]}
clusters:
  farm: {members: [hv-1, hv-2], toleratesHostFailures: 1}
storage:
  san: {type: san, in: room}
virtualMachines:
  dc-1: {runsOn: farm, placedOn: hv-1, storedOn: san}
  dc-2: {runsOn: farm, placedOn: hv-2, storedOn: san}
  loose: {runsOn: farm, storedOn: san}
services:
  dns: {providers: [dc-1, dc-2]}
servers:
  app: {dependsOn: [dns]}
  reports: {dependsOn: [{id: loose, when: later}]}
  cached: {dependsOn: [{id: dc-1, grace: 3h}]}
  mgmt: {manages: [hv-1]}
`;

const impact = (...failures: readonly (readonly [string, Effect])[]) => {
  const known = facts(plan(site));
  const found = impactOf(
    known.model,
    known.graph,
    failures.map(([element, effect]) => ({ element, effect })),
  );
  return { ...found, of: (id: string) => found.nodes[known.model.node(id)?.index ?? -1] };
};

describe('impact', () => {
  it('takes down what runs on a failed host, and keeps what is redundant', () => {
    const found = impact(['hv-1', 'outage']);
    expect(found.down).toEqual([
      { id: 'cached', after: 180, because: ['dc-1'] },
      { id: 'dc-1', after: 0, because: ['hv-1'] },
      { id: 'hv-1', after: 0, because: [] },
    ]);
    expect(found.degraded).toEqual([
      { id: 'dns', kind: 'redundancy', lost: ['dc-1'] },
      { id: 'farm', kind: 'redundancy', lost: ['hv-1'] },
    ]);
    expect(found.perhapsStopped).toEqual(['loose']);
    expect(found.of('app')?.state).toBe('up');
  });
  it('counts a UPS as a grace, and passes it on', () => {
    const found = impact(['grid', 'outage']);
    expect(found.of('ups')?.after).toBe(20);
    expect(found.of('hv-1')?.after).toBe(20);
    expect(found.of('app')?.after).toBe(20);
    expect(found.of('cached')?.after).toBe(20 + 180);
  });
  it('tells a restart from a mere wait', () => {
    const found = impact(['hv-1', 'outage'], ['hv-2', 'outage']);
    expect(found.of('dc-1')?.effects).toEqual(['outage']);
    expect(found.of('loose')?.stopped).toBe(true);
    expect(found.of('app')?.state).toBe('down');
    expect(found.of('app')?.stopped).toBe(false);
    expect(found.degraded.map((d) => [d.id, d.kind])).toEqual([['reports', 'function']]);
  });
  it('carries data loss, destruction and compromise as the table says', () => {
    // The host lies on it too, so its machines lose their host as well.
    expect(impact(['san', 'destroyed']).of('dc-1')?.effects).toEqual(['data-loss', 'outage']);
    expect(impact(['san', 'destroyed']).of('loose')?.effects).toEqual(['data-loss']);
    const burnt = impact(['room', 'destroyed']);
    expect(burnt.of('hv-1')?.effects).toContain('destroyed');
    expect(burnt.of('dc-1')?.effects).toContain('data-loss');
    const taken = impact(['hv-1', 'compromised']);
    expect(taken.of('dc-1')?.effects).toEqual(['compromised']);
    expect(taken.suspect).toEqual([{ id: 'loose', from: 'hv-1' }]);
    expect(impact(['mgmt', 'compromised']).suspect).toEqual([{ id: 'hv-1', from: 'mgmt' }]);
    const stolen = impact(['san', 'disclosed']);
    expect(stolen.down).toEqual([]);
    expect(stolen.of('dc-2')?.effects).toEqual(['disclosed']);
  });
  it('lets loops hold each other up, and fall together', () => {
    const known = facts(plan('servers:\n  a: {dependsOn: [b]}\n  b: {dependsOn: [a]}\n  c: {dependsOn: [a]}\n'));
    const of = (failed: string[]) =>
      impactOf(
        known.model,
        known.graph,
        failed.map((element) => ({ element, effect: 'outage' as const })),
      ).down.map((d) => d.id);
    expect(of(['c'])).toEqual(['c']);
    expect(of(['b'])).toEqual(['a', 'b', 'c']);
  });
  it('takes one of several stores or hosts for a copy, and the last one for a loss', () => {
    const mirrored = `
storage:
  san-a: {type: san}
  san-b: {type: san}
hypervisors: {hv-1: {}, hv-2: {}}
virtualMachines:
  mail: {runsOn: {anyOf: [hv-1, hv-2]}, storedOn: [{anyOf: [san-a, san-b]}]}
`;
    const known = facts(plan(mirrored));
    const hit = (...failures: readonly (readonly [string, Effect])[]) => {
      const found = impactOf(
        known.model,
        known.graph,
        failures.map(([element, effect]) => ({ element, effect })),
      );
      const mail = found.nodes[known.model.node('mail')?.index ?? -1];
      return { ...found, mail: [mail?.state, mail?.effects, mail?.stopped] };
    };
    expect(hit(['san-a', 'destroyed']).mail).toEqual(['degraded', [], false]);
    expect(hit(['san-a', 'destroyed'], ['san-a', 'data-loss']).mail).toEqual(['degraded', [], false]);
    expect(hit(['san-a', 'outage'], ['san-b', 'outage']).mail).toEqual(['down', [], true]);
    expect(hit(['san-a', 'destroyed'], ['san-b', 'outage']).mail).toEqual(['down', [], true]);
    expect(hit(['san-a', 'destroyed'], ['san-b', 'data-loss']).mail).toEqual(['down', ['data-loss'], true]);
    expect(hit(['san-a', 'disclosed']).mail).toEqual(['up', ['disclosed'], false]);
    expect(hit(['hv-1', 'outage']).perhapsStopped).toEqual(['mail']);
    expect(hit(['hv-1', 'outage']).mail).toEqual(['degraded', [], false]);
    expect(hit(['hv-1', 'outage'], ['hv-2', 'outage']).mail).toEqual(['down', [], true]);
  });
});

describe('a service with a failover step', () => {
  const known = facts(
    plan(`
processes: {p: {uses: [db]}, q: {uses: [web]}}
services:
  db: {providers: [d1, d2], failover: {takes: 20m}}
  web: {providers: [w1, w2], failover: {takes: 5m}}
  auto: {providers: [d1, d2]}
  alone: {providers: [d1], failover: {takes: 5m}}
servers: {d1: {}, d2: {}, w1: {dependsOn: [{id: db, when: serve}]}, w2: {}}
`),
  );
  const fallen = (...ids: string[]) => {
    const { impact, awaiting } = impactWithFailover(
      known.model,
      known.graph,
      ids.map((element) => ({ element, effect: 'outage' as const })),
    );
    return {
      down: impact.down.map((d) => `${d.id} ${d.because.join()}`.trim()),
      awaiting: awaiting.map((a) => `${a.node.id} ${a.first}`),
    };
  };
  it('stands still with its first provider, and all that needs it, one service taking the next along', () => {
    expect(fallen('d1')).toEqual({
      down: ['alone d1', 'd1', 'db d1', 'p db', 'q web', 'w1 db', 'web w1'],
      awaiting: ['db d1', 'web w1'],
    });
  });
  it('goes on when another provider is lost, and is simply down when all are', () => {
    expect(fallen('d2')).toEqual({ down: ['d2'], awaiting: [] });
    expect(fallen('d1', 'd2').awaiting).toEqual(['web w1']);
  });
});
