import { describe, expect, it } from 'vitest';
import { readJournal, stateOf } from '../../src/journal/journal.ts';
import { orderOf } from '../../src/pipeline.ts';
import { changesSince } from '../../src/recovery/changes.ts';
import { coldStart, type Event } from '../../src/recovery/event.ts';
import type { OrderOptions } from '../../src/recovery/order.ts';
import type { Recovery } from '../../src/recovery/recovery.ts';
import { nothingReported, type Reported } from '../../src/recovery/task-list.ts';
import { facts, plan } from '../support/plan.ts';

const known = (text: string) => facts(plan(text));
const order = (text: string, options: OrderOptions = {}, event?: Event): Recovery => {
  const all = known(text);
  return orderOf(all, event ?? coldStart(all), options);
};
const reported = (part: Partial<Reported>): OrderOptions => ({ reported: { ...nothingReported, ...part } });
const times = (r: Recovery): string[] =>
  [...r.steps].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)).map((s) => `${s.id} ${s.start}-${s.end}`);

const chain = `
servers:
  db: {recovery: {restart: {takes: 20m}}}
  spare-db: {recovery: {restart: {takes: 45m}}}
  web: {dependsOn: [{anyOf: [db, spare-db]}], recovery: {rto: 1h, restart: {takes: 10m}}}
  report: {dependsOn: [db], recovery: {restart: {takes: 10m}}}
`;

describe('planning the rest', () => {
  it('takes what is done as done, by step or by element', () => {
    for (const id of ['db/restart', 'db']) {
      const r = order(chain, reported({ done: new Map([[id, -10]]) }));
      expect(times(r)).toEqual(['report/restart 0-10', 'spare-db/restart 0-45', 'web/restart 0-10']);
      expect(r.progress).toEqual({ done: ['db/restart'], running: [], failed: [] });
    }
  });
  it('lets what is under way come to its end', () => {
    const r = order(chain, reported({ running: new Map([['db/restart', { since: 15, by: [] }]]) }));
    expect(times(r)).toEqual(['db/restart 0-5', 'spare-db/restart 0-45', 'report/restart 5-15', 'web/restart 5-15']);
    expect(r.steps.find((s) => s.id === 'db/restart')?.running).toBe(true);
  });
  it('takes a failed step as the loss of its element: others stand in, or the chain is lost', () => {
    const r = order(chain, reported({ failed: new Set(['db/restart']) }));
    expect(times(r)).toEqual(['spare-db/restart 0-45', 'web/restart 45-55']);
    expect(r.lost).toEqual([
      { id: 'db', because: [] },
      { id: 'report', because: ['db'] },
    ]);
  });
  it('counts promises from the start of the outage, and what was kept stays kept', () => {
    const at = (elapsed: number, part: Partial<Reported> = {}) =>
      order(chain, { ...reported(part), elapsed }).objectives.map((o) => [o.verdict, o.scheduled]);
    expect(at(0)).toEqual([['met', 30]]);
    expect(at(40)).toEqual([['infeasible', 70]]);
    const done = new Map([
      ['db/restart', -100],
      ['web/restart', -90],
    ]);
    expect(at(120, { done })).toEqual([['met', 30]]);
  });
  it('keeps those busy who are in the middle of something', () => {
    const text = `
people: {anna: {}, ben: {}}
roles: {admin: {holders: [anna, ben]}}
servers:
  a: {recovery: {restart: {takes: 30m, staff: {admin: 1}}}}
  b: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}
  c: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}
`;
    const r = order(text, reported({ running: new Map([['a/restart', { since: 5, by: ['ben'] }]]) }));
    const who = new Map(r.steps.map((s) => [s.id, `${s.start}-${s.end} ${s.people.join()}`]));
    expect(who).toEqual(
      new Map([
        ['a/restart', '0-25 ben'],
        ['b/restart', '0-10 anna'],
        ['c/restart', '10-20 anna'],
      ]),
    );
  });
  it('a failover that failed leaves the service to its first provider', () => {
    const text = `
services: {db: {providers: [d1, d2], failover: {takes: 5m}}}
servers: {d1: {recovery: {restart: {takes: 30m}}}, d2: {}}
processes: {p: {uses: [db]}}
`;
    const event: Event = { id: null, name: 'x', failed: [{ element: 'd1', effect: 'outage' }] };
    expect(order(text, {}, event).resumes.get('p')).toBe(5);
    const r = order(text, reported({ failed: new Set(['db/failover']) }), event);
    expect([times(r), r.resumes.get('p')]).toEqual([['d1/restart 0-30'], 30]);
  });
});

describe('what changed', () => {
  it('tells what moved, came, went, and which promises turned', () => {
    const before = order(chain);
    const now = order(chain, { ...reported({ failed: new Set(['db/restart']) }), elapsed: 20 });
    expect(changesSince(before, now)).toEqual({
      moved: [
        { step: 'web/restart', was: 10, now: 55 },
        { step: 'spare-db/restart', was: 25, now: 45 },
      ],
      added: [],
      dropped: ['report/restart'],
      promises: [{ element: 'web', basis: 'rto', was: 'met', now: 'infeasible' }],
      end: { was: 25, now: 55 },
    });
  });
  it('is nothing where all goes to plan', () => {
    const before = order(chain);
    const now = order(chain, {
      ...reported({
        running: new Map([
          ['db/restart', { since: 10, by: [] }],
          ['spare-db/restart', { since: 10, by: [] }],
        ]),
      }),
      elapsed: 10,
    });
    expect(changesSince(before, now)).toEqual({
      moved: [],
      added: [],
      dropped: [],
      promises: [],
      end: { was: 35, now: 35 },
    });
  });
});

describe('a journal', () => {
  const line = (at: string, event: string, more: object = {}): string =>
    JSON.stringify({ at: `2026-11-30T${at}:00+01:00`, event, ...more });
  it('says what is done, under way and failed, by the last word on each step', () => {
    const text = [
      line('02:00', 'open', { text: 'Power is back' }),
      line('02:10', 'start', { step: 'db/restart', by: 'anna' }),
      line('02:12', 'start', { step: 'web/restart', by: ['ben'] }),
      line('02:30', 'done', { step: 'db/restart' }),
      line('02:35', 'fail', { step: 'web/restart' }),
      line('02:40', 'start', { step: 'web/restart', by: 'ben' }),
    ].join('\n');
    const state = stateOf(readJournal(text));
    expect([...state.done.keys()]).toEqual(['db/restart']);
    expect([...state.running]).toEqual([['web/restart', { at: Date.parse('2026-11-30T02:40:00+01:00'), by: ['ben'] }]]);
    expect([state.failed.size, state.opened, state.latest]).toEqual([
      0,
      Date.parse('2026-11-30T02:00:00+01:00'),
      Date.parse('2026-11-30T02:40:00+01:00'),
    ]);
  });
  it('that was cut off, or written by hand with mistakes, loses only those lines', () => {
    const text = `${line('02:00', 'open')}\n\n{"at": "02:10", "event": "done", "step": "x/restart"}\n${line('02:20', 'finished')}\n${line('02:25', 'done')}\n[1]\n${line('02:30', 'done', { step: 'a/restart' })}\n{"at": "2026-11-30T02:4`;
    const journal = readJournal(text);
    expect(journal.entries.map((e) => [e.event, e.line])).toEqual([
      ['open', 1],
      ['done', 7],
    ]);
    expect(journal.notices.map((n) => n.line)).toEqual([3, 4, 5, 6, 8]);
  });
});
