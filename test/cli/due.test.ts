import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { dueSchema } from '../../src/views/due/json.ts';
import { fakePorts } from '../support/ports.ts';

const hostile = 'Evil, name; with \\\\n back\\\\slash\\u202e\\u0007 BEGIN:VEVENT\\r\\nEND:VCALENDAR 𝒳'.repeat(3);
const plan = `drplan: 1
plan: {name: "Shop, \\"A\\"; Ü", owner: boss, review: {every: 1y, last: 2026-06-01}}
policy: {review: {contacts: 6mo}}
roles: {boss: {holders: [anna, ben]}}
people:
  anna: {name: Anna Ü, verified: 2026-10-01}
  ben: {name: Ben, phones: [{number: "1"}]}
servers: {a: {}}
contracts:
  c1: {name: "${hostile}", covers: [a], validUntil: 2026-09-30}
  c2: {name: ${'Ümläut'.repeat(40)}, covers: [a], validUntil: 2028-02-29}
exercises:
  x: {of: [p], every: 1y, records: [{date: 2026-06-01, findings: [{text: Key}, {text: Key, due: 2026-12-01}]}]}
procedures: {p: {title: Start, steps: [{do: Start it}]}}
`;

const run = async (args: readonly string[], text = plan) => {
  const ports = fakePorts({ 'drplan.yaml': text });
  const code = await main(['--today', '2026-11-23', 'due', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
};
const listed = async (args: readonly string[], text?: string) => {
  const { code, out } = await run([...args, '--format', 'json'], text);
  return { code, due: dueSchema.parse(JSON.parse(out)).due };
};
const events = (out: string) =>
  new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent').map((v) => new ICAL.Event(v));

describe('due', () => {
  it('lists by day what is late, what was never done and what comes; exit 1 for what is late', async () => {
    const { code, due } = await listed([]);
    expect(code).toBe(1);
    expect(due.map((d) => [d.dueOn, d.what, d.element, d.overdue, d.overdueDays])).toEqual([
      ['2026-09-30', 'contract-end', 'c1', true, 54],
      ['2026-11-23', 'contact-check', 'ben', true, 0],
      ['2026-11-23', 'exercise-finding', 'x', true, 0],
      ['2026-12-01', 'exercise-finding', 'x', false, 0],
      ['2027-04-01', 'contact-check', 'anna', false, 0],
      ['2027-06-01', 'exercise', 'x', false, 0],
      ['2027-06-01', 'plan-review', null, false, 0],
      ['2028-02-29', 'contract-end', 'c2', false, 0],
    ]);
    const never = due.find((d) => d.element === 'ben');
    expect(never).toMatchObject({ reason: 'never tried', responsible: 'boss', people: ['anna', 'ben'], line: 7 });
  });
  it('looks as far ahead as it is told, the last day included', async () => {
    const days = async (within: string) => (await listed(['--within', within])).due.at(-1)?.dueOn;
    expect(await days('8d')).toBe('2026-12-01');
    expect(await days('P7D')).toBe('2026-11-23');
    expect(await days('6mo')).toBe('2027-04-01');
    expect((await listed(['--overdue'])).due.every((d) => d.overdue)).toBe(true);
  });
  it('ends with 0 when nothing is late, also when a waiver covers what is', async () => {
    const waived = `drplan: 1
plan: {name: X}
people: {p: {}}
servers: {a: {}}
contracts: {c: {covers: [a], validUntil: 2026-01-31}}
waivers: [{rule: maintenance-contract-expired, reason: Renewed by word, by: p, until: 2026-12-31}]
`;
    const { code, due } = await listed([], waived);
    expect([code, due.map((d) => d.waived?.by ?? null)]).toEqual([0, ['p', null]]);
    expect((await run([], waived)).out).toContain('waived until 2026-12-31 by p');
    expect((await run([], 'drplan: 1\nplan: {name: X}\nservers: {a: {}}\n')).out).toBe('Nothing is due.\n');
  });
  it('says in text when, what, why, who and where, and moves no cursor', async () => {
    const { out, err } = await run([]);
    expect(out).toContain('OVERDUE: 3\n');
    expect(out).toContain('54 days late; boss (Anna Ü, Ben); drplan.yaml:10');
    expect(out).toContain('DECEMBER 2026: 1\n2026-12-01 Finding of an exercise: Key, x');
    for (const obeyed of ['\u0007', '\u202e', '\r']) expect(out).not.toContain(obeyed);
    expect(err).toBe('3 overdue, 8 of 8 duties listed\n');
  });
  it.each([
    [['--within', '30'], 'a unit: 30d'],
    [['--within', 'soon'], 'an interval with its unit'],
    [['--within', '99999y'], 'at most 100y'],
    [['--within', '1d', '--overdue'], 'cannot be used with'],
    [['--format', 'xml'], 'Allowed choices are text, json, ics'],
  ])('%j: %s', async (args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
  it('says that it is incomplete when parts of the plan could not be read', async () => {
    expect((await run([], `${plan}hypervisors: {h: {healthCheck: {every: soon}}}\n`)).code).toBe(3);
  });
});

describe('due --format ics', () => {
  it('is a calendar that a parser reads, event by event, hostile names included', async () => {
    const { out } = await run(['--format', 'ics']);
    const { due } = await listed([]);
    const read = events(out);
    expect(read.map((e) => e.summary.replace('OVERDUE: ', ''))).toEqual(
      due.map((d) => expect.stringContaining(d.title.slice(0, 20))),
    );
    const evil = read[0];
    expect(evil?.summary).toContain('Evil, name; with');
    expect(evil?.summary).toContain('BEGIN:VEVENT');
    expect(evil?.description).toContain('Overdue since 2026-09-30');
    expect(evil?.description).toContain('In the plan: drplan.yaml:10');
    expect(read.at(-1)?.startDate.toString()).toBe('2028-02-29');
    expect(read.at(-1)?.endDate.toString()).toBe('2028-03-01');
    for (const event of read) {
      expect(event.startDate.isDate).toBe(true);
      expect(event.component.getAllSubcomponents('valarm')).toHaveLength(1);
      expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T00:00:00Z');
    }
    // What is late stands where it is seen: on the day of the export.
    expect(evil?.startDate.toString()).toBe('2026-11-23');
  });
  it('has lines of at most 75 octets that end in CRLF, and cuts no character', async () => {
    const { out } = await run(['--format', 'ics']);
    expect(out.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = out.split('\r\n').slice(0, -1);
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Surrogate}/u);
    }
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    for (const obeyed of ['\u0007', '\u202e']) expect(out).not.toContain(obeyed);
  });
  it('keeps the UID of a duty whose day moves, and counts up; two duties never share one', async () => {
    const uids = (out: string) => new Map(events(out).map((e) => [e.uid, e]));
    const before = uids((await run(['--format', 'ics'])).out);
    const moved = plan.replace('last: 2026-06-01}', 'last: 2026-11-20}').replace('2026-12-01', '2026-12-24');
    const ports = fakePorts({ 'drplan.yaml': moved });
    await main(['--today', '2026-11-24', 'due', '--format', 'ics'], ports);
    const after = uids(ports.stdout());
    expect(before.size).toBe(8);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const days = [...before].filter(([uid, e]) => after.get(uid)?.startDate.compare(e.startDate) !== 0);
    expect(days.map(([, e]) => e.summary).sort()).toEqual([
      expect.stringContaining('Finding of an exercise: Key'),
      expect.stringContaining('OVERDUE: End of the contract'),
      'OVERDUE: Finding of an exercise: Key, x',
      'OVERDUE: Try the contact: Ben (ben)',
      'Review of the plan',
    ]);
    for (const [uid, event] of before) expect(after.get(uid)?.sequence).toBe(event.sequence + 1);
  });
});
