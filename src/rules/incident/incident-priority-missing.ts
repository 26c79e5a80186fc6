import { incidentField } from '../incident.ts';
import type { Rule } from '../rule.ts';

export const incidentPriorityMissing: Rule = {
  id: 'incident-priority-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every class of incidents has its priority and says how soon somebody reacts.',
  why: 'Three incidents on one morning, and the loudest caller is served first.',
  source: 'incident response course: classify and prioritise the incident; NIS2 3.4.2; DORA Art. 17 (3) (b)',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  classes:
    outage: {description: A process does not work} # <--
    theft: {description: A device is gone, priority: high} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  definition: Whatever interrupts work and was not planned.
  classes:
    outage: {description: A process does not work, priority: high, respondWithin: 15m}
`,
  *check({ model }) {
    for (const [name, { priority, respondWithin }] of Object.entries(model.incidentResponse?.classes ?? {})) {
      const lacking = [
        ...(priority === undefined ? ['how urgent it is'] : []),
        ...(respondWithin === undefined ? ['how soon somebody reacts'] : []),
      ];
      if (lacking.length === 0) continue;
      yield {
        message: `the class ${name} of incidents does not say ${lacking.join(' and ')}`,
        hint: 'add priority: low, medium, high or critical, and respondWithin: 15m',
        location: { ...incidentField(model, 'classes', name), onKey: true },
      };
    }
  },
};
