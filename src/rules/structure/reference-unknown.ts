import { nearest } from '../../diagnostics/near.ts';
import type { Rule } from '../rule.ts';

export const referenceUnknown: Rule = {
  id: 'reference-unknown',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Every id that is named must be in the plan.',
  why: 'A dependency that leads nowhere is left out of the recovery order: the system is started too early, and fails.',
  source: 'Soundness of the plan: nothing can be computed over a reference that leads nowhere',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [databse]} # <--
  database: {}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [database]}
  database: {}
`,
  *check({ model }) {
    for (const bad of model.problems.references) {
      if (bad.found !== undefined || bad.broken) continue;
      const fitting = [...model.elements.values()].filter((e) => bad.expected.includes(e.kind)).map((e) => e.id);
      const near = nearest(bad.to, fitting) ?? nearest(bad.to, model.elements.keys());
      const element = near === undefined ? undefined : model.elements.get(near);
      yield {
        message: `"${bad.to}" is not in the plan`,
        label: 'no element has this id',
        location: bad.at,
        element: bad.from,
        ...(element
          ? {
              hint: `did you mean "${element.id}"?`,
              related: [{ message: `"${element.id}" is here`, location: { ...element.at, onKey: true } }],
            }
          : {
              hint: `add it (${bad.expected.slice(0, 4).join(', ')}${bad.expected.length > 4 ? ' …' : ''}) or take the reference out`,
            }),
      };
    }
  },
};
