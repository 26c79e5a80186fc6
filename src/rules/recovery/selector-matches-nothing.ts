import type { Rule } from '../rule.ts';

export const selectorMatchesNothing: Rule = {
  id: 'selector-matches-nothing',
  severity: 'warning',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Every selector of a scenario fits at least one element.',
  why: 'A scenario that hits nothing is ordered and practised as if all were well.',
  source: 'M 6.138: for these scenarios it must be precisely described how to react',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {tags: [shop], dependsOn: [db]}
  db: {}
scenarios:
  shop-down:
    affects:
      - select: {tags: [shpo]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {tags: [shop], dependsOn: [db]}
  db: {}
scenarios:
  shop-down:
    affects:
      - select: {tags: [shop]}
`,
  *check({ emptySelectors }) {
    for (const { scenario, at } of emptySelectors) {
      yield {
        message: `no element of the plan fits this selector of ${scenario}`,
        label: 'fits nothing',
        hint: 'check kind, location and tags; {} is everything that is ours',
        location: at,
        element: scenario,
      };
    }
  },
};
