import { describe, expect, it } from 'vitest';
import { dutyKinds } from '../../src/analysis/index.ts';
import { analyse, judge, type Reading } from '../../src/pipeline.ts';
import { judgedDuties, ruleOf, rules } from '../../src/rules/index.ts';
import { readExample } from '../support/example.ts';
import { plan, read } from '../support/plan.ts';

/** The rules that judge dates, by the duties they judge. */
const judging = [
  'review-overdue',
  'configuration-doc-outdated',
  'inventory-outdated',
  'contact-unverified',
  'training-expired',
  'training-missing',
  'exercise-overdue',
  'scenario-never-exercised',
  'exercise-findings-open',
  'restore-test-missing',
  'restore-test-overdue',
  'restore-test-failed-open',
  'voip-recovery-exercise-overdue',
  'backup-integrity-check-missing',
  'backup-log-review-overdue',
  'backup-evaluation-overdue',
  'evaluation-action-overdue',
  'hypervisor-health-check-overdue',
  'incident-plan-test-overdue',
  'lessons-learned-missing',
  'maintenance-contract-expired',
  'waiver-expired',
];

/** What these rules say besides dates: that no interval is written, that a record says too little. */
const noDate = /^it is not said how often|does not say whether the data was/;

/** What is late, by rule and element; by rule alone where no element is meant. */
function compared(reading: Reading, today: string) {
  const facts = analyse(reading, today);
  const key = (rule: string, element?: string): string => `${rule} ${element ?? ''}`;
  const found = judge(reading, facts, ['full'])
    .filter((d) => judging.includes(d.rule) && !noDate.test(d.message))
    .flatMap((d) => (d.elements ?? [d.element]).map((element) => key(d.rule, element)));
  const due = judgedDuties(facts, rules, ['full'])
    .filter((d) => d.late)
    .flatMap(({ duty, rule }) => {
      // The finding on the backup concept is about the plan that names it.
      const named = duty.what === 'backup-concept-review' ? undefined : duty.element;
      return (duty.elements ?? [named]).map((element) => key(rule, element));
    });
  return { found: [...new Set(found)].sort(), due: [...new Set(due)].sort() };
}

describe('rules on dates and what is due', () => {
  it.each(judging)('%s finds in its bad example what is due and late, and nothing else is', (id) => {
    const rule = rules.find((r) => r.id === id);
    const { found, due } = compared(read({ 'drplan.yaml': rule?.bad.trimStart() ?? '' }), '2026-11-23');
    expect(due).toEqual(found);
    expect(found.some((key) => key.startsWith(`${id} `))).toBe(true);
  });
  it.each(
    ['small-office', 'two-sites'].flatMap((name) =>
      ['2026-11-23', '2026-12-31', '2027-06-01', '2030-02-28'].map((today) => [name, today] as const),
    ),
  )('agree on %s at %s', (name, today) => {
    const { found, due } = compared(readExample(name), today);
    expect(due).toEqual(found);
    if (today > '2027') expect(found.length).toBeGreaterThan(5);
  });
  it('judge every kind by a rule that there is', () => {
    const facts = analyse(plan('servers: {a: {}}'), '2026-11-23');
    const named = dutyKinds.flatMap((what) =>
      [{}, { last: '2026-01-01', dueOn: '2027-01-01' }].map((days) =>
        ruleOf(facts, { what, stated: true, at: { file: 'x', document: 0, path: [] }, ...days }),
      ),
    );
    const ids = new Set(rules.map((r) => r.id));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect([...new Set([...named, 'scenario-never-exercised'])].sort()).toEqual([...judging].sort());
  });
});

describe('duties', () => {
  const due = (yaml: string, today = '2026-11-23', chosen?: string[]) =>
    judgedDuties(analyse(plan(yaml), today), rules, chosen).map(
      ({ duty: d, late }) => `${d.what} ${d.element ?? '-'} ${d.dueOn ?? 'now'}${late ? ' late' : ''}`,
    );
  it('are those that the plan states, and those that its profiles ask for', () => {
    const backup = 'servers: {shop: {}}\nbackups: {nightly: {covers: [shop]}}\n';
    expect(due(backup)).toEqual([]);
    expect(due(backup, '2026-11-23', ['grundschutz'])).toContain('evaluation nightly now late');
    expect(due(`${backup}policy: {backup: {logReview: 1w}}\n`)).toEqual(['log-review nightly now late']);
  });
  it('are late on the day after, not before', () => {
    const contract = 'servers: {a: {}}\ncontracts: {c: {covers: [a], validUntil: 2026-11-23}}\n';
    expect(due(contract)).toEqual(['contract-end c 2026-11-23']);
    expect(due(contract, '2026-11-24')).toEqual(['contract-end c 2026-11-23 late']);
  });
  it('are not late for those who hold a valid waiver', () => {
    const facts = analyse(
      plan(`servers: {a: {}}
people: {p: {}}
contracts: {c: {covers: [a], validUntil: 2026-01-31}}
waivers: [{rule: maintenance-contract-expired, elements: [c], reason: Renewed by word, by: p, until: 2026-12-31}]
`),
      '2026-11-23',
    );
    const [contract] = judgedDuties(facts, rules).filter((d) => d.duty.what === 'contract-end');
    expect(contract?.waived?.reason).toBe('Renewed by word');
  });
  it('are one deed where many systems take their day from one place', () => {
    const yaml = `locations: {room: {lastVerified: 2025-01-01}}
policy: {review: {inventory: 6mo}}
servers: {a: {in: room}, b: {in: room}, c: {lastVerified: 2026-11-01}, d: {}, e: {}}
`;
    expect(due(yaml).sort()).toEqual([
      'inventory-check - now late',
      'inventory-check c 2027-05-01',
      'inventory-check room 2025-07-01 late',
    ]);
  });
});
