import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const alternativeMeasureMissing: Rule = {
  id: 'alternative-measure-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'dora'],
  summary: 'Every scenario says what else could be done if its measures fail.',
  why: 'The replacement is in a lorry in the snow, and the plan ends on this page.',
  source:
    'DORA RTS (EU) 2024/1774 Art. 26 (3): alternative options where the primary recovery measures may not be feasible',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  web-lost: {affects: [web], actions: [Replace it from the contract]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  web-lost: {affects: [web], actions: [Replace it from the contract], alternatives: Rent a server at the provider}
`,
  *check({ model }) {
    const lack = {
      one: 'does not say what else could be done if its measures fail',
      many: 'do not say what else could be done if their measures fail',
      hint: 'add alternatives: [WHAT, WHERE]; rented, borrowed, by hand, later',
    };
    yield* missing(model.of('scenario'), lack, (s) => (s.data.alternatives ?? []).length === 0);
  },
};
