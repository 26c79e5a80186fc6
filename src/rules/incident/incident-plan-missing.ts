import type { Rule } from '../rule.ts';

export const incidentPlanMissing: Rule = {
  id: 'incident-plan-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan says how incidents are handled.',
  why: 'Everybody helps, nobody leads, and the traces are wiped with the first restart.',
  source: 'incident response course: a structured approach to handling incidents; NIS2 3.1; DORA Art. 17',
  bad: `
drplan: 1
plan: {name: Office} # <--
servers: {web: {dependsOn: [db]}, db: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
`,
  *check({ model }) {
    if (model.incidentResponse || !model.planAt || model.nodes.length === 0) return;
    yield {
      message: 'the plan does not say how incidents are handled',
      hint: 'add incidentResponse: definition, classes, team, phases, communication, log, reporting',
      location: { ...model.planAt, onKey: true },
    };
  },
};
