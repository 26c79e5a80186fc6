import { incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const incidentLogMissing: Rule = {
  id: 'incident-log-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'It is laid down where everything about an incident is written down.',
  why: 'The insurer asks at what time it was noticed; three people name three times.',
  source: 'incident response course: document all aspects of the incident response; NIS2 3.5.3; DORA Art. 17 (2)',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse: # <--
  lessonsLearned: {every: 1y, last: 2026-09-01}
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  log: Log book at the front desk
`,
  *check({ model }) {
    const { log, lessonsLearned, reporting, records } = model.incidentResponse ?? {};
    // None of it: incident-plan-component-missing says so.
    const begun = lessonsLearned !== undefined || reporting?.length || records?.length;
    if (log !== undefined || !begun) return;
    yield {
      message: 'it is not said where everything about an incident is written down',
      hint: 'add log: WHERE to incidentResponse, a book or form that needs no system',
      location: incidentKey(model),
    };
  },
};
