import { objectives } from '../../inventory/index.ts';
import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const protectionNeedMissing: Rule = {
  id: 'protection-need-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every process states how much confidentiality, integrity and availability it needs.',
  why: 'All needs of systems are taken over from processes: what a process does not say, nobody below it is protected for.',
  source: 'BSI-Standard 200-2 §8.2: protection needs are determined for the business processes first',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Half of the sales}}} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection: {confidentiality: {need: normal}, integrity: {need: normal}, availability: {need: high, reason: Half of the sales}}
servers: {shop: {}}
`,
  *check({ model }) {
    for (const process of model.of('process')) {
      const open = objectives.filter((o) => process.data.protection?.[o]?.need === undefined);
      if (open.length === 0) continue;
      yield {
        message: `${process.id} does not state its need for ${open.join(', ')}`,
        hint: 'add protection: {OBJECTIVE: {need: normal, high or very-high, reason: …}}',
        location: keyOf(process),
        element: process.id,
      };
    }
  },
};
