import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/analysis/index.ts';
import type { BackupRun } from '../../src/inventory/index.ts';
import type { Element } from '../../src/model/model.ts';
import { facts, plan, today } from '../support/plan.ts';

const run = (started: string, more: Partial<BackupRun> = {}): BackupRun => ({
  backup: 'b',
  started,
  result: 'ok',
  ...more,
});
const historyOf = (fields: string, runs: readonly BackupRun[], head = '') => {
  const { model } = plan(`${head}servers: {shop: {}}\nbackups: {b: {covers: [shop]${fields}}}\n`);
  return factsOf(model, today, runs).backupHistories.get('b');
};

describe('what is saved', () => {
  it('is what a backup names, and what lies only on stores that backups name', () => {
    const { backupCoverage } = facts(
      plan(`
virtualMachines: {named: {}, one: {storedOn: a}, both: {storedOn: [a, b]}, half: {storedOn: [a, c]}, copies: {storedOn: [{anyOf: [a, c]}]}, none: {}}
storage: {a: {}, b: {}, c: {}}
backups: {x: {covers: [named, a]}, y: {covers: [b]}, z: {covers: [none], solution: none}}
`),
    );
    const by = (id: string) => backupCoverage.backupsOf(id).map((b) => b.id);
    expect(['named', 'one', 'both', 'half', 'copies', 'none'].map(by)).toEqual([
      ['x'],
      ['x'],
      ['x', 'y'],
      [],
      ['x'],
      [],
    ]);
    expect(backupCoverage.unsaved.map((n) => n.id)).toEqual(['half', 'none']);
  });
  it('takes a store for saved when all that lies on it is, and one for backups for copies', () => {
    const { backupCoverage } = facts(
      plan(`
virtualMachines: {v: {runsOn: h, storedOn: all}, w: {runsOn: h, storedOn: some}, x: {runsOn: h, storedOn: some}}
hypervisors: {h: {recovery: {stateless: true}, storedOn: media}}
storage: {all: {}, some: {}, media: {}}
backupTargets: {t: {storedOn: media}}
backups: {b: {covers: [v, w], target: t}}
networkDevices: {line: {type: wan-link}, switch: {connectedTo: [line]}, ours: {external: true}}
servers: {s: {connectedTo: [switch], dependsOn: [line, ours]}}
`),
    );
    expect(backupCoverage.unsavedDependencies.map((d) => [d.node.id, d.neededBy])).toEqual([
      ['some', 'w'],
      ['switch', 's'],
    ]);
  });
  it('weighs a backup by what it names and what lies on it', () => {
    const { backupCoverage } = facts(
      plan(`
data: {orders: {storedOn: nas, protection: {integrity: {need: very-high, reason: x}}}, notes: {storedOn: old}}
storage: {nas: {}, old: {}}
backups: {a: {covers: [nas]}, b: {covers: [old]}}
`),
    );
    expect(backupCoverage.backups.map(backupCoverage.isPressing)).toEqual([true, false]);
    expect(backupCoverage.need(backupCoverage.backups[0] as Element<'backup'>, 'integrity')).toBe('very-high');
  });
});

describe('what is lost together with its copies', () => {
  const survivalOf = (yaml: string) => {
    const { backupSurvival } = facts(plan(yaml));
    const short = (all: typeof backupSurvival.sharedSystems) =>
      all.map((s) => `${s.backup.id} with ${s.with}: ${s.elements.join(' ')}`);
    return [short(backupSurvival.sharedSystems), short(backupSurvival.sharedRooms)];
  };
  const room = 'locations: {r: {type: room}, rack: {type: rack, in: r}, far: {type: room}}\n';
  it('is what lies on the system of its medium, through disks and hosts too', () => {
    expect(
      survivalOf(`
hypervisors: {h: {}}
storage: {disk: {partOf: h}, nas: {}}
virtualMachines: {v: {runsOn: h, storedOn: disk}, w: {runsOn: h, storedOn: nas}, store: {runsOn: h, storedOn: disk}}
backupTargets: {t: {runsOn: store}}
backups: {b: {covers: [v, w], target: t}}
`),
    ).toEqual([['b with disk: v'], []]);
  });
  it('names the widest room, and is silent where a copy lies elsewhere or on a medium that was carried away', () => {
    const yaml = (target: string) => `${room}
servers: {s: {in: rack}}
storage: {nas: {in: rack}}
backupTargets: {t: {${target}}}
backups: {b: {covers: [s], target: t}}
`;
    expect(survivalOf(yaml('storedOn: nas'))).toEqual([[], ['b with r: s']]);
    expect(survivalOf(yaml('storedOn: nas, in: far'))).toEqual([[], ['b with r: s']]);
    expect(survivalOf(yaml('storedOn: nas, in: far, offline: true'))).toEqual([[], []]);
    expect(survivalOf(yaml('medium: tape'))).toEqual([[], []]);
  });
  it('counts a copy of the store that holds the copy, however it is circled', () => {
    const yaml = (covers: string) => `${room}
servers: {s: {in: r}}
storage: {nas: {in: r}, tapes: {in: ${covers === 'nas' ? 'far' : 'r'}}}
backupTargets: {t: {storedOn: nas}, u: {storedOn: tapes}}
backups: {b: {covers: [s, tapes], target: t}, c: {covers: [nas], target: u}}
`;
    expect(survivalOf(yaml('nas'))).toEqual([[], []]);
    expect(survivalOf(yaml('near'))).toEqual([[], ['b with r: s tapes', 'c with r: nas']]);
  });
  it('does not take a farm or one of several stores for the end', () => {
    expect(
      survivalOf(`
hypervisors: {h: {}, i: {}}
clusters: {farm: {members: [h, i]}}
storage: {a: {}, b: {}}
virtualMachines: {v: {runsOn: farm, storedOn: [{anyOf: [a, b]}]}, store: {runsOn: farm}}
backupTargets: {t: {runsOn: store}, u: {storedOn: a}}
backups: {x: {covers: [v], target: u}}
`),
    ).toEqual([[], []]);
  });
});

describe('what a restore needs besides the copy', () => {
  const meansOf = (fields: string) => {
    const known = facts(
      plan(`
servers: {s: {}, vault: {dependsOn: [s]}, apart: {}}
people: {anna: {}}
documents: {paper: {forms: [{form: paper}]}, file: {forms: [{form: electronic, at: vault}]}, away: {forms: [{form: electronic, at: apart}]}, empty: {}}
storage: {nas: {}}
backupTargets: {t: {storedOn: nas}}
backups: {b: {covers: [s], target: t, ${fields}}}
`),
    );
    return known.restoreMeans(known.model.of('backup')[0] as Element<'backup'>);
  };
  it.each([
    ['method: image', 'none'],
    ['encryption: {method: none}', 'none'],
    ['encryption: {method: aes-256}', 'unnamed'],
    ['encryption: {keyHeldBy: [vault]}', 'unreachable'],
    ['encryption: {keyHeldBy: [vault, file]}', 'unreachable'],
    ['encryption: {keyHeldBy: [vault, apart]}', 'reachable'],
    ['encryption: {keyHeldBy: [apart]}, server: apart', 'unreachable'],
    ['encryption: {keyHeldBy: [vault, anna]}', 'reachable'],
    ['encryption: {keyHeldBy: [paper]}', 'reachable'],
    ['encryption: {keyHeldBy: [empty]}', 'reachable'],
  ])('finds the key of "%s": %s', (fields, key) => expect(meansOf(fields).key).toBe(key));
  it.each([
    ['document: file', ['vault']],
    ['document: away', []],
    ['document: away, server: apart', ['apart']],
    ['document: paper', []],
    ['document: empty', []],
    ['method: image', []],
  ])('finds the instructions of "%s" down on %j', (fields, only) =>
    expect(meansOf(fields).instructionsOnlyOn).toEqual(only),
  );
});

describe('what the evidence says of a backup', () => {
  it('is late by more than a tenth of its interval, counted to the morning', () => {
    const late = (started: string, every: string) => historyOf(`, every: ${every}`, [run(started)])?.overdueMinutes;
    expect(late('2026-11-22T22:00:00Z', '24h')).toBeUndefined();
    expect(late('2026-11-21T22:00:00Z', '24h')).toBeUndefined();
    expect(late('2026-11-21T21:00:00Z', '24h')).toBe(27 * 60);
    expect(late('2026-11-23T06:00:00Z', '1h')).toBeUndefined();
    expect(historyOf('', [run('2020-01-01T00:00:00Z')])?.overdueMinutes).toBeUndefined();
  });
  it('has a gap for each whole interval without a run, not for the hours after an hourly window', () => {
    const nightly = ['2026-11-18T22:10:00Z', '2026-11-22T22:00:00Z', '2026-11-19T23:59:00Z'].map((t) => run(t));
    expect(historyOf(', every: 24h', nightly)?.gaps).toEqual([
      { after: '2026-11-19T23:59:00Z', before: '2026-11-22T22:00:00Z', runs: 2 },
    ]);
    const hourly = ['2026-11-21T19:00:00Z', '2026-11-22T06:00:00Z'].map((t) => run(t));
    expect(historyOf(', every: 1h, window: {from: "06:00", to: "20:00"}', hourly)?.gaps).toEqual([]);
    expect(historyOf(', every: 1h', hourly)?.gaps).toHaveLength(1);
    const old = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'].map((t) => run(t));
    expect(historyOf(', every: 24h', old)?.gaps).toEqual([]);
  });
  it('forgives an error that was followed by a good run or marked as resolved', () => {
    const failed = (t: string, more: Partial<BackupRun> = {}) => run(t, { result: 'failed', ...more });
    const errors = (...runs: BackupRun[]) => historyOf('', runs)?.openErrors.map((r) => r.started);
    expect(errors(failed('2026-11-20T22:00:00Z'), run('2026-11-21T22:00:00Z'))).toEqual([]);
    expect(errors(run('2026-11-20T22:00:00Z'), failed('2026-11-21T22:00:00Z'))).toEqual(['2026-11-21T22:00:00Z']);
    expect(errors(failed('2026-11-21T22:00:00Z', { resolved: true }))).toEqual([]);
    expect(errors(failed('2026-11-21T22:00:00Z', { resolved: '2026-11-22' }))).toEqual([]);
    expect(errors(failed('2026-11-21T22:00:00Z', { resolved: false }))).toHaveLength(1);
    expect(errors(run('2026-11-22T01:00:00+02:00'), failed('2026-11-21T22:30:00Z'))).toEqual([]);
  });
  it('ends after its window by the clock of the plan, or by its length', () => {
    const fields = ', window: {from: "22:00", to: "04:00"}';
    const overruns = (started: string, finished: string, zone = 'Europe/Berlin') =>
      historyOf(fields, [run(started, { finished })], `drplan: 1\nplan: {name: T, timezone: ${zone}}\n`)?.overruns
        .length;
    expect(overruns('2026-11-21T21:30:00Z', '2026-11-22T02:50:00Z')).toBe(0);
    expect(overruns('2026-11-21T21:30:00Z', '2026-11-22T03:10:00Z')).toBe(1);
    expect(overruns('2026-11-22T10:00:00Z', '2026-11-22T15:00:00Z')).toBe(0);
    expect(overruns('2026-11-22T10:00:00Z', '2026-11-22T17:00:00Z')).toBe(1);
    expect(overruns('2026-11-21T22:30:00+01:00', '2026-11-22T03:50:00+01:00', 'Nowhere/Land')).toBe(0);
  });
});
