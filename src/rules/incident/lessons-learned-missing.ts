import { late } from '../due.ts';
import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const lessonsLearnedMissing: Rule = {
  id: 'lessons-learned-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Incidents are looked back on: each within a month, all of them within the stated interval.',
  why: 'The same fault costs the same night again.',
  source:
    'incident response course: documentation is used for improvement; NIS2 3.6: post-incident reviews; DORA Art. 13',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  lessonsLearned: {every: 1y, last: 2025-02-01} # <--
  records:
    - {date: 2026-02-03, what: The array failed} # <--
    - {date: 2026-04-03, what: Smoke, lessons: [{text: No key, due: 2026-05-01}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  lessonsLearned: {every: 1y, last: 2026-02-01}
  records:
    - {date: 2026-02-03, what: The array failed, lessons: [{text: Old disks, action: New ones, done: 2026-03-01}]}
    - {date: 2026-11-20, what: The line was cut}
`,
  *check(facts) {
    const { model } = facts;
    const incident = model.incidentResponse;
    if (!incident) return;
    const begun = incident.log !== undefined || incident.reporting?.length || incident.records?.length;
    const [review] = late(facts, 'incident-review');
    const unplanned = incident.lessonsLearned?.every === undefined;
    if (unplanned ? begun : review) {
      yield {
        message: unplanned
          ? 'it is not said how often incidents are looked back on'
          : review?.last === undefined
            ? 'incidents were never looked back on'
            : `incidents were last looked back on on ${review.last}; it is due every ${review.every?.text}`,
        hint: 'do it, then write lessonsLearned: {every: 1y, last: DATE} to incidentResponse',
        location: incident.lessonsLearned ? incidentField(model, 'lessonsLearned') : incidentKey(model),
      };
    }
    for (const { last, at } of late(facts, 'incident-lookback')) {
      yield {
        message: `nobody has looked back on the incident of ${last}`,
        hint: 'add lessons: [{text, action, due}], or []',
        location: at,
      };
    }
    for (const { detail, last, at } of late(facts, 'incident-lesson')) {
      yield {
        message: `of the incident of ${last} "${detail}" is still open`,
        hint: 'do it and write done: DATE, or set action and due',
        location: at,
      };
    }
  },
};
