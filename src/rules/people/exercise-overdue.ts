import { dueOn, isOverdue, yearly } from '../due.ts';
import { fieldOf, keyOf } from '../place.ts';
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
  *check({ model, today }) {
    for (const exercise of model.of('exercise')) {
      const every = exercise.data.every ?? model.policy.exercise?.every ?? yearly;
      const held = [...(exercise.data.records ?? []).entries()]
        .filter(([, r]) => r.date <= today)
        .sort(([, a], [, b]) => (a.date < b.date ? 1 : -1));
      const [index, last] = held[0] ?? [];
      // Of scenarios that were never practised scenario-never-exercised speaks.
      const ofScenario = exercise.data.of?.some((id) => model.elements.get(id)?.kind === 'scenario');
      if (!isOverdue(last?.date, every, today) || (last === undefined && ofScenario)) continue;
      const twice = last !== undefined && isOverdue(dueOn(last.date, every), every, today);
      yield {
        severity: twice ? 'error' : 'warning',
        message:
          last === undefined
            ? `${exercise.id} was never held`
            : `${exercise.id} was last held on ${last.date}; it is due every ${every.text}${twice ? ', and two intervals are over' : ''}`,
        hint: 'hold it, then add records: [{date: DATE, result: passed, participants: [ID]}]',
        location: index === undefined ? keyOf(exercise) : fieldOf(exercise, 'records', index),
        element: exercise.id,
      };
    }
  },
};
