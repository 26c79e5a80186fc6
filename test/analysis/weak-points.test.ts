import { describe, expect, it } from 'vitest';
import { impactWithFailover } from '../../src/analysis/index.ts';
import type { Node } from '../../src/model/model.ts';
import { facts, plan } from '../support/plan.ts';

const farm = (machines: string, cluster = '') =>
  facts(
    plan(`
clusters: {farm: {members: [hv-1, hv-2, hv-3], toleratesHostFailures: 1${cluster}}}
hypervisors: {hv-1: {cpu: 8, memory: 64GiB}, hv-2: {cpu: 8, memory: 32GiB}, hv-3: {cpu: 8, memory: 32GiB}}
virtualMachines:
${machines}
processes: {p: {uses: [small], protection: {availability: {need: very-high, reason: x}}}}
`),
  ).weakPoints.capacity;

describe('room in a farm', () => {
  it('is judged without its largest hosts', () => {
    const fits = farm('  small: {runsOn: farm, cpu: 2, memory: 16GiB}\n  big: {runsOn: farm, cpu: 2, memory: 32GiB}');
    expect(fits).toEqual([{ cluster: 'farm', gone: ['hv-1'], fits: true, left: [], unknown: [] }]);
  });
  it('leaves out what is needed least when it is not enough', () => {
    const [found] = farm(
      '  small: {runsOn: farm, cpu: 2, memory: 16GiB}\n  big: {runsOn: farm, cpu: 2, memory: 32GiB}\n  other: {runsOn: farm, cpu: 1, memory: 20GiB}',
    );
    expect([found?.fits, found?.left]).toEqual([false, ['other']]);
  });
  it('counts processors, shared as the farm says', () => {
    const machines = '  small: {runsOn: farm, cpu: 12, memory: 1GiB}';
    expect(farm(machines)[0]?.fits).toBe(false);
    expect(farm(machines, ', cpuOvercommit: 2')[0]?.fits).toBe(true);
  });
  it('says nothing where sizes are missing', () => {
    const [found] = farm('  small: {runsOn: farm}');
    expect([found?.fits, found?.unknown]).toEqual([undefined, ['small']]);
  });
});

describe('apparent redundancy', () => {
  const causes = (text: string) => {
    const { model, weakPoints } = facts(plan(text));
    return weakPoints
      .apparent(model.nodes)
      .map((a) => [a.of.join(), a.causes.map((c) => `${c.kind} ${c.id}${c.possible ? '?' : ''}`)]);
  };
  it('names host, store, person and supplier, the nearest of a kind', () => {
    expect(
      causes(`
services: {dns: {providers: [a, b]}}
virtualMachines:
  a: {runsOn: hv, storedOn: san, administrators: [anna]}
  b: {runsOn: hv, storedOn: san, administrators: [anna]}
hypervisors: {hv: {poweredBy: [ups]}}
storage: {san: {type: san}}
facilities: {ups: {type: ups, poweredBy: [feed]}, feed: {type: power-feed}}
people: {anna: {}}
suppliers: {s: {}}
contracts: {c: {supplier: s, covers: [a, b]}}
`),
    ).toEqual([['a,b', ['host hv', 'store san', 'power ups', 'person anna', 'supplier s']]]);
  });
  it('sees that nothing keeps two machines of a farm apart, until a placement does', () => {
    const text = (placement: string) => `
services: {dns: {providers: [a, b]}}
virtualMachines: {a: {runsOn: farm}, b: {runsOn: farm}}
clusters: {farm: {members: [hv-1, hv-2]${placement}}}
hypervisors: {hv-1: {}, hv-2: {}}
`;
    expect(causes(text(''))).toEqual([['a,b', ['host farm?']]]);
    expect(causes(text(', placement: [{apart: [a, b], reason: x}]'))).toEqual([]);
  });
  it('is none where the two share nothing', () => {
    expect(
      causes('services: {dns: {providers: [a, b]}}\nservers: {a: {in: x}, b: {in: y}}\nlocations: {x: {}, y: {}}\n'),
    ).toEqual([]);
  });
});

describe('single points', () => {
  it('tell after how long a grace is over, and the inner place once', () => {
    const { weakPoints } = facts(
      plan(`
processes: {p: {uses: [s], protection: {availability: {need: high, reason: x}}}}
servers: {s: {in: rack, poweredBy: [ups]}, other: {in: elsewhere}}
facilities: {ups: {type: ups, poweredBy: [feed], runtime: 20m}, feed: {type: power-feed}}
locations: {site: {}, room: {in: site}, rack: {in: room}, elsewhere: {}}
`),
    );
    const points = weakPoints.singlePoints();
    const of = (id: string) => points.find((x) => x.node.id === id);
    expect(of('feed')?.takesDown.map((t) => [t.node.id, t.after])).toEqual([['p', 20]]);
    expect(of('s')?.takesDown.map((t) => t.after)).toEqual([0]);
    expect([of('site')?.repeats, of('room')?.repeats, of('rack')?.repeats]).toEqual(['room', 'rack', undefined]);
    expect(of('elsewhere')).toBeUndefined();
  });
  it('are no places and no external feeds where there is one site', () => {
    const { weakPoints } = facts(
      plan(
        'processes: {p: {uses: [s], protection: {availability: {need: high, reason: x}}}}\nservers: {s: {in: room, poweredBy: [feed]}}\nfacilities: {feed: {type: power-feed}}\nlocations: {site: {}, room: {in: site}, bank: {}}\n',
      ),
    );
    expect(weakPoints.singlePoints().map((x) => x.node.id)).toEqual(['s']);
  });
});

describe('what only virtual machines provide', () => {
  const found = (text: string) => facts(plan(text)).virtualOnly.map((v) => `${v.node.id}: ${v.through.join()}`);
  const base = 'hypervisors: {hv: {dependsOn: [dns]}, hv-2: {}}\nvirtualMachines: {vm: {runsOn: hv-2}}\n';
  it('is found through services, applications and servers that need machines', () => {
    expect(found(`${base}services: {dns: {providers: [vm]}}\n`)).toEqual(['hv: dns']);
    expect(found(`${base}services: {dns: {providers: [box]}}\nservers: {box: {dependsOn: [vm]}}\n`)).toEqual([
      'hv: dns',
    ]);
  });
  it('is not found where one way avoids machines, or where it can wait', () => {
    expect(found(`${base}services: {dns: {providers: [vm, box]}}\nservers: {box: {}}\n`)).toEqual([]);
    expect(found(`${base.replace('[dns]', '[{id: dns, when: serve}]')}services: {dns: {providers: [vm]}}\n`)).toEqual(
      [],
    );
    expect(
      found(`${base.replace('[dns]', '[{id: dns, bypass: {takes: 5m}}]')}services: {dns: {providers: [vm]}}\n`),
    ).toEqual([]);
  });
  it('is told of the first in the chain alone', () => {
    expect(
      found(
        'clusters: {farm: {members: [hv]}}\nhypervisors: {hv: {dependsOn: [vm]}, hv-2: {}}\nvirtualMachines: {vm: {runsOn: hv-2}}\n',
      ),
    ).toEqual(['hv: vm']);
  });
  it('speaks of physical servers that manage, and not of others', () => {
    const text = (role: string) =>
      `services: {m: {role: ${role}, providers: [box]}}\nservers: {box: {dependsOn: [vm]}}\nhypervisors: {hv: {}}\nvirtualMachines: {vm: {runsOn: hv}}\n`;
    expect(found(text('licensing'))).toEqual(['box: vm']);
    expect(found(text('monitoring'))).toEqual([]);
  });
});

describe('a first provider with a failover step', () => {
  const text = (failover: string) =>
    facts(
      plan(`
processes: {p: {uses: [db], protection: {availability: {need: very-high, reason: x}}}}
services: {db: {providers: [d1, d2]${failover}}}
servers: {d1: {}, d2: {}}
`),
    );
  it('is a single point until it is switched over, here as in the impact', () => {
    const { model, graph, weakPoints } = text(', failover: {takes: 5m}');
    const points = weakPoints.singlePoints();
    expect(points.map((x) => [x.node.id, x.takesDown.map((t) => [t.node.id, t.untilSwitched])])).toEqual([
      [
        'd1',
        [
          ['db', true],
          ['p', true],
        ],
      ],
    ]);
    const { impact } = impactWithFailover(model, graph, [{ element: 'd1', effect: 'outage' }]);
    expect(impact.down.map((d) => d.id)).toEqual(['d1', 'db', 'p']);
    expect(weakPoints.cutSets(model.node('p') as Node, 2).map((s) => s.map((n) => n.id))).toEqual([['d1']]);
  });
  it('is none where the service switches over by itself', () => {
    const { model, weakPoints } = text('');
    expect(weakPoints.singlePoints()).toEqual([]);
    expect(weakPoints.cutSets(model.node('p') as Node, 2).map((s) => s.map((n) => n.id))).toEqual([['d1', 'd2']]);
  });
  it('falls when its first provider falls, not before', () => {
    const { model, graph } = facts(
      plan(
        'processes: {p: {uses: [db]}}\nservices: {db: {providers: [d1, d2], failover: {}}}\nservers: {d1: {poweredBy: [u]}, d2: {}}\nfacilities: {u: {type: ups, poweredBy: [g], runtime: 20m}, g: {type: power-feed}}\n',
      ),
    );
    const { impact, awaiting } = impactWithFailover(model, graph, [{ element: 'g', effect: 'outage' }]);
    expect(impact.down.map((d) => [d.id, d.after])).toEqual([
      ['d1', 20],
      ['db', 20],
      ['g', 0],
      ['p', 20],
      ['u', 20],
    ]);
    expect(awaiting.map((a) => a.node.id)).toEqual(['db']);
  });
});
