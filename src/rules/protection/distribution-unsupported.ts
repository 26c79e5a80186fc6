import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const distributionUnsupported: Rule = {
  id: 'distribution-unsupported',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'An availability need is lowered by distribution only where losing the element takes nothing down.',
  why: 'The decision says that others take over. When it fails, it turns out that they do not.',
  source: 'BSI-Standard 200-2 §8.2.2: distribution effect, where load is spread over several systems',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
servers:
  shop:
    protection:
      availability:
        decision: {principle: distribution, need: normal, reason: Two of them, approvedBy: anna} # <--
people: {anna: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [web], protection: {availability: {need: high, reason: Sales}}}
services: {web: {providers: [shop, shop-2]}}
servers:
  shop:
    protection:
      availability:
        decision: {principle: distribution, need: normal, reason: Two of them, approvedBy: anna}
  shop-2: {}
people: {anna: {}}
`,
  *check({ model, needs }) {
    for (const node of model.nodes) {
      const { decision } = needs.of(node.index, 'availability');
      if (decision?.principle !== 'distribution' || !needs.isIndispensable(node.index)) continue;
      yield {
        message: `availability of ${node.id} was lowered by distribution, but losing it takes something else down`,
        label: 'nobody takes over',
        hint: `see: drplan impact --failed ${node.id}; add a second provider, or decide otherwise`,
        location: fieldOf(node as Element, 'protection', 'availability', 'decision'),
        element: node.id,
      };
    }
  },
};
