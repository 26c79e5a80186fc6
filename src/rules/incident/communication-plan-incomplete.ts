import { incidentField } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const communicationPlanIncomplete: Rule = {
  id: 'communication-plan-incomplete',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every line of the communication plan says who tells it, how and until when.',
  why: 'Customers read it in the newspaper, since each thought that the other would call.',
  source:
    'incident response course: communication channels, roles and responsibilities; NIS2 3.1.2 (b); DORA Art. 17 (3) (d)',
  bad: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
channels: {radio: {kind: radio}}
incidentResponse:
  communication:
    - {audience: Everybody, channel: radio, by: manager, within: 1h}
    - {audience: Customers, channel: radio} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
channels: {radio: {kind: radio}}
incidentResponse:
  communication:
    - {audience: Everybody, channel: radio, by: manager, within: 1h}
`,
  *check({ model }) {
    for (const [i, line] of (model.incidentResponse?.communication ?? []).entries()) {
      const lacking = [
        ...(line.channel === undefined ? ['how'] : []),
        ...(line.by === undefined ? ['by whom'] : []),
        ...(line.within === undefined ? ['until when'] : []),
      ];
      if (lacking.length === 0) continue;
      yield {
        message: `it is not said ${lacking.join(' and ')} this audience is told: ${line.audience}`,
        hint: 'add channel: ID, fallback: ID, by: ROLE, within: 1h',
        location: incidentField(model, 'communication', i),
      };
    }
  },
};
