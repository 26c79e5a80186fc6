import { incidentField } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const recoveryKindMissing: Rule = {
  id: 'recovery-kind-missing',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'The record of every incident says how operation was resumed: data restored, repaired, or a workaround.',
  why: 'Which of the three carried the last five incidents tells where the next money belongs.',
  source: 'incident response course: restoring data, repairing infrastructure or implementing workarounds',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  records:
    - {date: 2026-02-03, what: The array failed} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  records:
    - {date: 2026-02-03, what: The array failed, recovered: [repair, restore]}
`,
  *check({ model }) {
    for (const [i, record] of (model.incidentResponse?.records ?? []).entries()) {
      if (record.recovered?.length) continue;
      yield {
        message: `the record of the incident of ${record.date} does not say how operation was resumed`,
        hint: 'add recovered: [restore, repair or workaround]',
        location: incidentField(model, 'records', i),
      };
    }
  },
};
