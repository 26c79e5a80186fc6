import { incidentField } from '../incident.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const asked = {
  class: 'its class',
  what: 'what happened',
  cause: 'its cause',
  actions: 'what was done',
  by: 'who wrote it down',
} as const;

export const incidentRecordIncomplete: Rule = {
  id: 'incident-record-incomplete',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The record of every incident says its class, what happened, why, what was done, and who wrote it.',
  why: 'The same incident comes back, and all that is known of the first one is its date.',
  source: 'incident response course: document all aspects of the incident response; DORA Art. 17 (3) (b)',
  bad: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
incidentResponse:
  classes: {outage: {priority: high}}
  records:
    - {date: 2026-02-03, class: outage, what: The array failed} # <--
    - {date: 2026-04-03, class: fire, what: Smoke, cause: A fan, actions: Switched off, by: manager} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
incidentResponse:
  classes: {outage: {priority: high}}
  records:
    - {date: 2026-02-03, class: outage, what: The array failed, cause: Old disks, actions: Exchanged, by: manager}
`,
  *check({ model }) {
    const { records = [], classes = {} } = model.incidentResponse ?? {};
    for (const [i, record] of records.entries()) {
      const lacking = (Object.keys(asked) as (keyof typeof asked)[]).filter((field) => record[field] === undefined);
      if (lacking.length > 0) {
        yield {
          message: `the record of the incident of ${record.date} does not say ${listed(lacking.map((f) => asked[f]))}`,
          hint: `add ${lacking.join(', ')}, as far as it was found out`,
          location: incidentField(model, 'records', i),
        };
      }
      if (record.class !== undefined && Object.keys(classes).length > 0 && !(record.class in classes)) {
        yield {
          message: `the incident of ${record.date} has the class ${record.class}, which there is not`,
          hint: `choose one of ${listed(Object.keys(classes))}, or add the class`,
          location: incidentField(model, 'records', i, 'class'),
        };
      }
    }
  },
};
