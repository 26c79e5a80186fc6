import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../src/model/model.ts';
import { asWritten } from '../../src/model/written.ts';
import { diagnostics, facts, plan, read } from '../support/plan.ts';

const requirements = (text: string): string[] =>
  facts(plan(text)).model.requirements.map(
    (r: Requirement) =>
      `${r.from} ${r.relation} ${r.atLeast}/${r.of.join('+')} ${r.when} ${r.lost} ${r.passes.map((p) => p[0]).join('')}${r.grace === undefined ? '' : ` grace ${r.grace}`}`,
  );

describe('relations become requirements', () => {
  it('as the table says', () => {
    expect(
      requirements(`
processes: {p: {uses: [a, s], data: [d]}}
applications: {a: {runsOn: [vm, vm2]}}
data: {d: {storedOn: [san]}}
services: {s: {providers: [vm, vm2], atLeast: 2}}
clusters: {farm: {members: [hv1, hv2, hv3], toleratesHostFailures: 1}}
hypervisors: {hv1: {}, hv2: {}, hv3: {}}
virtualMachines: {vm: {runsOn: farm}, vm2: {runsOn: {anyOf: [hv1, hv2]}}}
storage: {san: {}, disk: {partOf: hv1}}
networkDevices: {sw1: {connectedTo: [sw2]}, sw2: {}}
servers: {x: {connectedTo: [sw1, sw2], poweredBy: [ups, sw1], dependsOn: [san, {atLeast: 2, of: [hv1, hv2, hv3], when: later, grace: 1h}]}}
facilities: {ups: {type: ups, poweredBy: [grid], runtime: 20m}, grid: {type: power-feed}}
`),
    ).toEqual([
      'a runsOn 1/vm run stops cia',
      'a runsOn 1/vm2 run stops cia',
      'd storedOn 1/san run stops cia',
      'disk partOf 1/hv1 run stops cia',
      'farm members 1/hv1+hv2+hv3 run stops cia',
      'farm members 2/hv1+hv2+hv3 later stops ci',
      'p uses 1/a serve waits cia',
      'p uses 1/s serve waits cia',
      'p data 1/d serve waits ia',
      's providers 2/vm+vm2 run waits cia',
      'sw1 connectedTo 1/sw2 later waits ci',
      'sw2 connectedTo 1/sw1 later waits ci',
      'ups poweredBy 1/grid run stops a grace 20',
      'vm runsOn 1/farm run stops cia',
      'vm2 runsOn 1/hv1+hv2 run stops cia',
      'x connectedTo 1/sw1+sw2 run waits cia',
      'x poweredBy 1/ups+sw1 run stops a',
      'x dependsOn 1/san run waits ia',
      'x dependsOn 2/hv1+hv2+hv3 later waits i grace 60',
    ]);
  });
  it('backups: one of several, each with server, medium and key', () => {
    const text = `
servers: {app: {}, b1: {}, vault: {}}
storage: {nas: {}}
backupTargets: {t: {storedOn: [nas]}}
documents: {envelope: {}}
backups:
  one: {covers: [app], server: b1, target: t, encryption: {keyHeldBy: [vault]}}
  two: {covers: [app], target: t, encryption: {keyHeldBy: [vault, envelope]}}
`;
    expect(requirements(text)).toEqual([
      'app backups.covers 1/one+two restore waits ci',
      'one backups.server 1/b1 run waits ci',
      'one backups.target 1/nas run waits ci',
      'one backups.keyHeldBy 1/vault run waits ci',
      'two backups.target 1/nas run waits ci',
    ]);
  });
  it('without what is unknown, so that an order can still be given', () => {
    expect(requirements('servers:\n  a: {dependsOn: [gone, {atLeast: 2, of: [b, gone]}]}\n  b: {}\n')).toEqual([
      'a dependsOn 1/b run waits ia',
    ]);
  });
  it('whatever the order of files, keys and collections', () => {
    const parts = { 'b.yaml': 'servers: {x: {dependsOn: [y]}}\n', 'c.yaml': 'storage: {y: {}}\n' };
    const one = read({ 'drplan.yaml': 'drplan: 1\nplan: {name: T}\n', ...parts });
    const two = read({
      'drplan.yaml': 'drplan: 1\nplan: {name: T}\nstorage: {y: {}}\nservers: {x: {dependsOn: [y]}}\n',
    });
    const ids = (r: typeof one) => [r.model.nodes.map((n) => n.id), r.model.requirements.map((q) => [q.from, q.of])];
    expect(ids(one)).toEqual(ids(two));
  });
});

describe('what is external or derived', () => {
  it('follows the kind, unless the plan says otherwise', () => {
    const { model } = facts(
      plan(
        'facilities: {grid: {type: power-feed}, own: {type: power-feed, external: false}, ups: {type: ups}}\nnetworkDevices: {v: {type: vlan}, v2: {type: vlan, recovery: {restart: {takes: 1m}}}}\napplications: {a: {}, b: {recovery: {rto: 1h}}}\n',
      ),
    );
    expect(Object.fromEntries(model.nodes.map((n) => [n.id, n.external ? 'external' : n.nature]))).toEqual({
      a: 'derived',
      b: 'system',
      grid: 'external',
      own: 'system',
      ups: 'system',
      v: 'derived',
      v2: 'system',
    });
  });
});

describe('places of references', () => {
  it('stay true behind an entry that was left out', () => {
    const text = 'servers:\n  a:\n    dependsOn:\n      - {nonsense: 1}\n      - b\n      - gone\n  b: {}\n';
    const found = diagnostics(plan(text)).filter((d) => d.rule === 'reference-unknown');
    expect(found.map((d) => [d.range.line, d.range.column, d.range.endColumn])).toEqual([[8, 9, 12]]);
    expect(facts(plan(text)).model.requirements.map((r) => r.at.path.at(-1))).toEqual([1]);
  });
  it.each([
    [['x', 0], [['x', 0]], ['x', 1]],
    [
      ['x', 1],
      [
        ['x', 0],
        ['x', 2],
      ],
      ['x', 3],
    ],
    [['x', 1], [['y', 0]], ['x', 1]],
    [['x', 0, 'of', 1], [['x', 0, 'of', 1]], ['x', 0, 'of', 2]],
  ])('%j without %j is %j', (path, dropped, written) => expect(asWritten(path, dropped)).toEqual(written));
  it('are exact for planted defects of every kind', () => {
    const base = [
      'networkDevices:',
      '  web:',
      '    owner: admin',
      '    dependsOn: [db, {anyOf: [db, cache], when: serve}]',
      '    recovery: {rto: 4h, restart: {takes: 5m, procedure: boot}}',
      '  db: {}',
      '  cache: {dependsOn: [db]}',
      'roles: {admin: {}}',
      'procedures: {boot: {title: x}}',
    ];
    const plant = (from: string, to: string) => `${base.map((l) => l.replace(from, to)).join('\n')}\n`;
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['owner', 'ownr', 'schema-invalid', 'ownr'],
      ['admin\n', 'admin\n', '', ''],
      ['owner: admin', 'owner: boss', 'reference-unknown', 'boss'],
      ['owner: admin', 'owner: boot', 'reference-kind-wrong', 'boot'],
      ['[db, {', '[dbx, {', 'reference-unknown', 'dbx'],
      ['[db, cache]', '[db, cach]', 'reference-unknown', 'cach'],
      ['when: serve', 'when: serv', 'schema-invalid', 'serv'],
      ['rto: 4h', 'rto: 4', 'unit-ambiguous', '4'],
      ['rto: 4h', 'rto: soon', 'schema-invalid', 'soon'],
      ['procedure: boot', 'procedure: admin', 'reference-kind-wrong', 'admin'],
      ['  db: {}', '  db: {lastVerified: 2999-01-01}', 'date-in-future', '2999-01-01'],
      ['  db: {}', '  db: {lastVerified: 2026-02-30}', 'schema-invalid', '2026-02-30'],
    ];
    for (const [from, to, rule, token] of cases) {
      const source = `drplan: 1\nplan: {name: Test}\n${plant(from, to)}`;
      const found = diagnostics(read({ 'drplan.yaml': source }));
      if (rule === '') {
        expect(found.map((d) => d.message)).toEqual([]);
        continue;
      }
      const [one, ...more] = found;
      expect(more, to).toEqual([]);
      const line = source.split('\n')[(one?.range.line ?? 1) - 1] ?? '';
      expect([one?.rule, line.slice((one?.range.column ?? 1) - 1, one?.range.endColumn)], to).toEqual([rule, token]);
    }
  });
});
