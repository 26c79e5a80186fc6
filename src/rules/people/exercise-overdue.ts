import { isOverdue, late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const exerciseOverdue: Rule = {
  id: 'exercise-overdue',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'Every exercise is held within its interval, that of the policy, or a year; an error once two intervals are over.',
  why: 'Since the last one half of the team is new, and so is the storage.',
  source: 'M 6.138: the procedure should be practised regularly; M 6.96: regularly checked and rehearsed',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
procedures: {restore-db: {title: Restore the database, steps: [{do: Restore it}]}}
exercises:
  autumn:
    of: [db-lost]
    every: 1y
    records:
      - {date: 2025-10-02, result: passed} # <--
      - {date: 2024-10-02, result: passed}
  restore: {of: [restore-db], every: 6mo} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
exercises:
  autumn:
    of: [db-lost]
    every: 1y
    records: [{date: 2026-10-02, result: passed}]
`,
  *check(facts) {
    for (const { element = '', last, every, dueOn: due, at } of late(facts, 'exercise')) {
      // Of scenarios that were never practised scenario-never-exercised speaks.
      if (facts.model.elements.get(element)?.kind === 'scenario') continue;
      const twice = due !== undefined && every !== undefined && isOverdue(due, every, facts.today);
      yield {
        severity: twice ? 'error' : 'warning',
        message:
          last === undefined
            ? `${element} was never held`
            : `${element} was last held on ${last}; it is due every ${every?.text}${twice ? ', and two intervals are over' : ''}`,
        hint: 'hold it, then add records: [{date: DATE, result: passed, participants: [ID]}]',
        location: at,
        element,
      };
    }
  },
};
