import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const regulatoryReportingMissing: Rule = {
  id: 'regulatory-reporting-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'It is laid down to which authorities incidents are reported, until when, by whom and where.',
  why: 'The 72 hours began on Friday; the form was found on Tuesday.',
  source:
    'incident response course: comply with regulations; GDPR Art. 33: 72 hours; NIS2 Art. 23: 24 and 72 hours; DORA Art. 19',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  log: Log book at the front desk
  reporting:
    - {to: Data protection authority, law: GDPR Art. 33} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
incidentResponse:
  log: Log book at the front desk
  reporting:
    - {to: Data protection authority, law: GDPR Art. 33, within: 72h, by: manager, contact: Form in the red folder}
`,
  *check({ model }) {
    const { reporting, log, lessonsLearned, records } = model.incidentResponse ?? {};
    const begun = log !== undefined || lessonsLearned !== undefined || records?.length;
    if (!reporting?.length && begun) {
      yield {
        message: 'it is not said to which authorities incidents are reported',
        hint: 'add reporting: [{to: Data protection authority, within: 72h, law: GDPR Art. 33, by: ROLE, contact: WHERE}]',
        location: incidentKey(model),
      };
    }
    for (const [i, line] of (reporting ?? []).entries()) {
      const lacking = [
        ...(line.within === undefined ? ['until when'] : []),
        ...(line.by === undefined ? ['by whom'] : []),
        ...(line.contact === undefined ? ['where'] : []),
      ];
      if (lacking.length === 0) continue;
      yield {
        message: `it is not said ${lacking.join(', ')} incidents are reported to: ${line.to}`,
        hint: 'add within: 72h, by: ROLE, contact: the form or telephone, as it is found without the network',
        location: incidentField(model, 'reporting', i),
      };
    }
  },
};
