import type { IncidentResponse } from '../../inventory/index.ts';
import { incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

/** The five components, with the fields that make them up: one of them is a beginning, which other rules judge. */
const components: readonly (readonly [name: string, fields: readonly (keyof IncidentResponse)[]])[] = [
  ['definition and classes', ['definition', 'classes']],
  ['team', ['team']],
  ['process in phases', ['phases']],
  ['communication plan', ['communication']],
  ['documentation and reporting', ['log', 'reporting', 'records', 'lessonsLearned']],
];

export const incidentPlanComponentMissing: Rule = {
  id: 'incident-plan-component-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The incident response has all five components: definition, team, process, communication, documentation.',
  why: 'There is a team, and nobody knows what it should come for.',
  source: 'incident response course: components of an incident response plan; NIS2 Implementing Regulation 3.1.2',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse: # <--
  definition: Whatever interrupts work and was not planned.
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
channels: {radio: {kind: radio}}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  team: {lead: manager}
  phases: {detect: {checklist: [Write down who saw what]}}
  communication: [{audience: Everybody, channel: radio, by: manager, within: 1h}]
  log: Log book at the front desk
`,
  *check({ model }) {
    const incident = model.incidentResponse;
    if (!incident) return;
    const isThere = (field: keyof IncidentResponse): boolean => {
      const value = incident[field];
      return Array.isArray(value) ? value.length > 0 : value !== undefined;
    };
    const lacking = components.filter(([, fields]) => !fields.some(isThere));
    if (lacking.length === 0) return;
    yield {
      message: `the incident response has no ${lacking.map(([name]) => name).join(', no ')}`,
      hint: `add ${lacking.map(([, fields]) => fields.join(', ')).join(', ')} to incidentResponse`,
      location: incidentKey(model),
    };
  },
};
