import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const scenarioNeverExercised: Rule = {
  id: 'scenario-never-exercised',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every scenario has been practised at least once, if only at a table.',
  why: 'That the key is missing and the telephone number wrong is found out in the exercise, or in the emergency.',
  source: 'M 6.138: the procedure for these scenarios should be practised regularly',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  web-lost: {affects: [web], actions: [Restart it]} # <--
  db-lost: {affects: [db], actions: [Restore it]} # <--
exercises:
  spring: {of: [db-lost], kind: table-top, every: 1y}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  web-lost: {affects: [web], actions: [Restart it]}
  db-lost: {affects: [db], actions: [Restore it]}
exercises:
  spring:
    of: [db-lost, web-lost]
    kind: table-top
    every: 1y
    records: [{date: 2026-04-20, result: passed}]
`,
  *check({ model, scenarioPreparedness: { exercised, planned } }) {
    const scenarios = model.of('scenario');
    const hint = 'name it under of in an exercise of kind table-top, partial or full, and record each date it was held';
    const never = { one: 'has never been practised: no exercise names it', many: 'are named by no exercise', hint };
    yield* missing(scenarios, never, (s) => !planned.has(s.id));
    const announced = {
      one: 'has never been practised: its exercise has no record yet',
      many: 'have an exercise that was never held',
      hint: 'hold it, then add records: [{date: DATE, result: passed, participants: [ID]}]',
    };
    yield* missing(scenarios, announced, (s) => planned.has(s.id) && !exercised.has(s.id));
  },
};
