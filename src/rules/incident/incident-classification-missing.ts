import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const incidentClassificationMissing: Rule = {
  id: 'incident-classification-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'It is laid down what counts as an incident and which classes of incidents there are.',
  why: 'One calls the crisis team for a paper jam, the other waits for Monday with encrypted files.',
  source: 'incident response course: incident definition and classification; NIS2 3.4; DORA Art. 18',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse: # <--
  definition: Whatever interrupts work and was not planned.
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  classes: {outage: {description: A process does not work, priority: high}}
`,
  *check({ model }) {
    const incident = model.incidentResponse;
    if (!incident) return;
    const { definition, classes = {} } = incident;
    const names = Object.keys(classes);
    // Neither: incident-plan-component-missing says so.
    if (definition === undefined && names.length > 0) {
      yield {
        message: 'it is not said what counts as an incident',
        hint: 'add definition: … to incidentResponse',
        location: incidentKey(model),
      };
    }
    if (definition !== undefined && names.length === 0) {
      yield {
        message: 'there are no classes of incidents',
        hint: 'add classes: {outage: {description: …, priority: high, respondWithin: 15m}, …} to incidentResponse',
        location: incidentKey(model),
      };
    }
    for (const name of names.filter((n) => !classes[n]?.description)) {
      yield {
        message: `it is not said when an incident belongs to the class ${name}`,
        hint: 'add description: …',
        location: { ...incidentField(model, 'classes', name), onKey: true },
      };
    }
  },
};
