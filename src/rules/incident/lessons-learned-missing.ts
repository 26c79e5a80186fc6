import { isOverdue } from '../due.ts';
import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

/** So long after an incident it should have been looked back on. */
const month = { months: 1, minutes: 0, text: '1mo' };

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
  *check({ model, today }) {
    const incident = model.incidentResponse;
    if (!incident) return;
    const { every, last } = incident.lessonsLearned ?? {};
    const begun = incident.log !== undefined || incident.reporting?.length || incident.records?.length;
    if (every === undefined ? begun : isOverdue(last, every, today)) {
      yield {
        message:
          every === undefined
            ? 'it is not said how often incidents are looked back on'
            : last === undefined
              ? 'incidents were never looked back on'
              : `incidents were last looked back on on ${last}; it is due every ${every.text}`,
        hint: 'do it, then write lessonsLearned: {every: 1y, last: DATE} to incidentResponse',
        location: incident.lessonsLearned ? incidentField(model, 'lessonsLearned') : incidentKey(model),
      };
    }
    for (const [i, record] of (incident.records ?? []).entries()) {
      const open = record.lessons?.find((l) => l.done === undefined && (l.due === undefined || l.due < today));
      if (record.lessons ? !open : !isOverdue(record.date, month, today)) continue;
      yield {
        message: open
          ? `of the incident of ${record.date} "${open.text}" is still open`
          : `nobody has looked back on the incident of ${record.date}`,
        hint: open ? 'do it and write done: DATE, or set action and due' : 'add lessons: [{text, action, due}], or []',
        location: incidentField(model, 'records', i),
      };
    }
  },
};
