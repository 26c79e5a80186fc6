import type { Rule } from '../rule.ts';

export const exerciseMissing: Rule = {
  id: 'exercise-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan has exercises.',
  why: 'A plan that was never tried is a guess with a table of contents.',
  source: 'M 6.96: all procedures must be regularly checked and rehearsed; DORA Art. 11 (6); NIS2 4.1.4',
  bad: `
drplan: 1
plan: {name: Office} # <--
servers: {web: {dependsOn: [db]}, db: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
exercises:
  spring: {of: [db-lost], kind: table-top, every: 1y}
`,
  *check({ model }) {
    if (!model.planAt || model.nodes.length === 0 || model.of('exercise').some((e) => e.data.of?.length)) return;
    const [empty] = model.of('exercise');
    yield {
      message: empty ? 'no exercise of the plan says what it practises' : 'the plan has no exercise',
      hint: 'add exercises: {ID: {of: [SCENARIO, PROCEDURE or BACKUP], kind: table-top, every: 1y}}',
      location: { ...(empty?.at ?? model.planAt), onKey: true },
      ...(empty ? { element: empty.id } : {}),
    };
  },
};
