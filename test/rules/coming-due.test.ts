import { describe, expect, it } from 'vitest';
import { dueOn, isLate } from '../../src/analysis/index.ts';
import { analyse, judge } from '../../src/pipeline.ts';
import { comingDue, ruleOf, rules } from '../../src/rules/index.ts';
import { readExample } from '../support/example.ts';
import { plan, today } from '../support/plan.ts';

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const in30Days = dueOn(today, { months: 0, minutes: 30 * 1440, text: '30d' });

describe('what will be overdue soon', () => {
  it('is a finding of the rule that would find it later, at the place of the date', () => {
    const reading = plan(`
policy: {profiles: [grundschutz]}
servers: {a: {}}
contracts: {c1: {covers: [a], validUntil: 2026-12-10}, c2: {covers: [a], validUntil: 2027-12-10}, c3: {covers: [a], validUntil: 2026-11-01}}
`);
    const found = judge(reading, analyse(reading, today), undefined, in30Days).filter(
      (d) => d.rule === 'maintenance-contract-expired',
    );
    expect(found.map((d) => [d.element, d.message])).toEqual([
      ['c1', 'End of the contract: c1 is due on 2026-12-10'],
      ['c3', expect.not.stringContaining('is due on')],
    ]);
    expect(found[0]).toMatchObject({ hint: 'do it before then and write down when', range: { line: 5 } });
  });

  // Each kind of duty of the example, on the day before it is late: nothing yet; looked ahead by a day: its rule.
  const facts = analyse(readExample('two-sites'), today);
  const kinds = new Map(
    facts.duties.filter((d) => d.dueOn !== undefined && !isLate(d, today)).map((d) => [d.what, d] as const),
  );
  it('covers the kinds of duties that the example has', () => expect(kinds.size).toBeGreaterThan(12));
  it.each([...kinds])('%s: found one day ahead, and not before', (what, duty) => {
    const day = duty.dueOn as string;
    const before = analyse(readExample('two-sites'), dayBefore(dayBefore(day)));
    const of = (until: string) =>
      comingDue(before, rules, until, ['full']).filter(
        (f) => f.rule === ruleOf(facts, duty) && f.message.includes(day),
      );
    expect(of(dayBefore(day))).toEqual([]);
    const found = of(day);
    expect(found.length, what).toBeGreaterThan(0);
    expect(found.map((f) => f.location)).toContainEqual(duty.at);
  });

  it('looks no further ahead than half of the period of what is done often', () => {
    const reading = plan(`
servers: {a: {}}
hypervisors: {h: {healthCheck: {every: 1w, last: 2026-11-20}}}
backups: {b: {covers: [a], logReview: {every: 6mo, last: 2026-06-10}}}
`);
    const found = comingDue(analyse(reading, today), rules, in30Days, ['full']).map((f) => f.message);
    expect(found).toEqual([expect.stringContaining('b is due on 2026-12-10 (last 2026-06-10, every 6mo)')]);
    const later = comingDue(analyse(reading, '2026-11-24'), rules, in30Days, ['full']).map((f) => f.message);
    expect(later).toContainEqual(expect.stringContaining('h is due on 2026-11-27'));
  });

  it('keeps silent where the rule is off or not chosen, and respects its severity and waivers', () => {
    const yaml = (policy: string, more = '') => `
policy: {${policy}}
servers: {a: {}}
contracts: {c1: {covers: [a], validUntil: 2026-12-10}}
people: {p: {}}
${more}`;
    const found = (text: string) => {
      const reading = plan(text);
      return judge(reading, analyse(reading, today), undefined, in30Days).filter(
        (d) => d.rule === 'maintenance-contract-expired',
      );
    };
    expect(found(yaml('profiles: [start]'))).toEqual([]);
    expect(found(yaml('profiles: [grundschutz], severities: {maintenance-contract-expired: off}'))).toEqual([]);
    expect(found(yaml('profiles: [start], severities: {maintenance-contract-expired: error}'))).toMatchObject([
      { severity: 'error' },
    ]);
    const waived =
      'waivers: [{rule: maintenance-contract-expired, elements: [c1], reason: ends, by: p, until: 2027-01-01}]';
    expect(found(yaml('profiles: [grundschutz]', waived))).toMatchObject([{ waived: { reason: 'ends' } }]);
  });
});
