import { incidentField } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const incidentLeadMissing: Rule = {
  id: 'incident-lead-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The team that handles incidents has a lead.',
  why: 'Four experts follow four traces, and nobody decides to pull the plug.',
  source: 'incident response course: the team manages incidents; NIS2 3.1.2 (c); DORA Art. 17 (3) (c): roles',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
incidentResponse:
  team: {members: [anna, ben]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
incidentResponse:
  team: {lead: anna, members: [ben]}
`,
  *check({ model }) {
    const team = model.incidentResponse?.team;
    if (!team || team.lead !== undefined) return;
    yield {
      message: 'nobody leads the team that handles incidents',
      hint: 'add lead: ROLE to team in incidentResponse, a role with a deputy',
      location: incidentField(model, 'team'),
    };
  },
};
