import { describe, expect, it } from 'vitest';
import { dataLossOf, impactOf, lossByHost } from '../../src/analysis/index.ts';
import type { Effect } from '../../src/inventory/index.ts';
import { facts, read, today } from '../support/plan.ts';

const yaml = `drplan: 1
plan: {name: Test}
locations: {room-a: {}, room-b: {}}
hypervisors: {hv-1: {in: room-a}, hv-2: {in: room-b}}
storage: {disks: {type: local, partOf: hv-1}, nas: {type: nas, in: room-b}}
virtualMachines:
  a: {runsOn: hv-1, storedOn: disks}
  b: {runsOn: hv-1, storedOn: disks}
  c: {runsOn: hv-2, storedOn: nas, recovery: {stateless: true}}
  d: {runsOn: hv-2, storedOn: nas}
backupTargets: {pool: {medium: disk, storedOn: [nas], in: room-b}, tapes: {medium: tape, storedOn: [nas], in: room-a, offline: true}}
backups:
  nightly: {covers: [a, hv-1], every: 24h, target: pool}
  weekly: {covers: [d], every: 1w, target: tapes}
`;

const losses = (failures: readonly (readonly [string, Effect])[], evidence?: string, since?: number) => {
  const reading = read({ 'drplan.yaml': yaml, ...(evidence === undefined ? {} : { 'evidence/runs.jsonl': evidence }) });
  const known = facts(reading);
  const impact = impactOf(
    known.model,
    known.graph,
    failures.map(([element, effect]) => ({ element, effect })),
  );
  const found = dataLossOf(known.model, impact, known.runs, today, since);
  return { found: found.map((l) => [l.id, l.upToMinutes, l.basis, l.backup]), hosts: lossByHost(found) };
};

describe('loss of data', () => {
  it('is at most the interval of the backup, and everything where there is none', () => {
    expect(losses([['hv-1', 'destroyed']]).found).toEqual([
      ['a', 1440, 'schedule', 'nightly'],
      ['b', null, 'none', undefined],
      ['disks', null, 'none', undefined],
      ['hv-1', 1440, 'schedule', 'nightly'],
    ]);
  });
  it('is summed per host', () => {
    expect(losses([['hv-1', 'destroyed']]).hosts).toEqual([
      { host: 'hv-1', elements: ['a', 'b'], sumMinutes: 1440, worstMinutes: 1440, withoutBackup: ['b'] },
    ]);
  });
  it('spares what keeps nothing', () => {
    expect(losses([['nas', 'destroyed']]).found.map((l) => l[0])).toEqual(['d', 'nas']);
  });
  it('does not count on a backup that is lost with it, unless its medium lies elsewhere', () => {
    expect(losses([['room-b', 'destroyed']]).found).toContainEqual(['d', 10_080, 'schedule', 'weekly']);
    expect(
      losses([
        ['room-a', 'destroyed'],
        ['room-b', 'destroyed'],
      ]).found,
    ).toContainEqual(['d', null, 'none', undefined]);
    expect(
      losses([
        ['hv-1', 'destroyed'],
        ['nas', 'destroyed'],
      ]).found,
    ).toContainEqual(['a', null, 'none', undefined]);
  });
  it('is the age of the newest good run where there is evidence', () => {
    const run = (started: string, result = 'ok') => JSON.stringify({ backup: 'nightly', started, result });
    const evidence = [
      run('2026-11-20T22:00:00Z'),
      run('2026-11-21T22:00:00+01:00'),
      run('2026-11-22T22:00:00Z', 'failed'),
    ];
    expect(losses([['hv-1', 'destroyed']], evidence.join('\n')).found[0]).toEqual(['a', 3060, 'evidence', 'nightly']);
    expect(losses([['hv-1', 'destroyed']], run('2026-11-22T22:00:00Z', 'failed')).found[0]).toEqual([
      'a',
      null,
      'none',
      undefined,
    ]);
  });
  it('after a compromise trusts only what was saved before', () => {
    const run = (started: string) => JSON.stringify({ backup: 'nightly', started, result: 'ok' });
    const evidence = [run('2026-11-18T22:00:00Z'), run('2026-11-22T22:00:00Z')].join('\n');
    const since = Date.parse('2026-11-20T00:00:00Z');
    expect(losses([['a', 'compromised']], evidence, since).found[0]).toEqual(['a', 7320, 'evidence', 'nightly']);
    expect(losses([['a', 'compromised']], undefined, since).found[0]).toEqual(['a', 7200, 'schedule', 'nightly']);
  });
});

describe('evidence of backup runs', () => {
  it('reports lines that cannot be used at their place, and uses the others', () => {
    const lines = [
      '{"backup": "nightly", "started": "2026-11-20T22:00:00Z", "result": "ok"}',
      'not json',
      '',
      '{"backup": "nightly", "started": "yesterday", "result": "ok"}',
      '{"backup": "nightly", "started": "2026-11-20T22:00:00Z", "result": "ok", "extra": 1}',
    ];
    const reading = read({ 'drplan.yaml': yaml, 'evidence/runs.jsonl': lines.join('\n') });
    expect(reading.runs).toHaveLength(1);
    expect(reading.findings.map((f) => [f.location.file, f.location.range?.line])).toEqual([
      ['evidence/runs.jsonl', 2],
      ['evidence/runs.jsonl', 4],
      ['evidence/runs.jsonl', 5],
    ]);
  });
});
