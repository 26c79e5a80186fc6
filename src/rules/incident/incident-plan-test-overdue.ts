import { late } from '../due.ts';
import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const incidentPlanTestOverdue: Rule = {
  id: 'incident-plan-test-overdue',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The incident response says how often it is practised, and was.',
  why: 'The first real incident is the first rehearsal.',
  source: 'incident response course: incident response plans should be tested regularly; NIS2 3.1.3; DORA Art. 25',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  tested: {every: 1y, last: 2024-05-02} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  tested: {every: 1y, last: 2026-05-02}
`,
  *check(facts) {
    const { model } = facts;
    const incident = model.incidentResponse;
    if (!incident) return;
    const unplanned = incident.tested?.every === undefined;
    const [due] = late(facts, 'incident-exercise');
    if (!unplanned && !due) return;
    yield {
      message: unplanned
        ? 'it is not said how often the incident response is practised'
        : due?.last === undefined
          ? 'the incident response was never practised'
          : `the incident response was last practised on ${due.last}; it is due every ${due.every?.text}`,
      hint: 'play an incident through, then write tested: {every: 1y, last: DATE} to incidentResponse',
      location: incident.tested ? incidentField(model, 'tested') : incidentKey(model),
    };
  },
};
