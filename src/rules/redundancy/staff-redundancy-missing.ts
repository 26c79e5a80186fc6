import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const staffRedundancyMissing: Rule = {
  id: 'staff-redundancy-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2'],
  summary: 'Nothing with high availability is looked after by one person alone.',
  why: 'She is on a plane.',
  source: 'NIS2 Implementing Regulation 4.2.4 (c): redundancy of personnel with the necessary responsibility',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
servers: {shop: {administrators: [anna]}}
people:
  anna: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
servers: {shop: {administrators: [admin]}}
roles: {admin: {holders: [anna, ben]}}
people:
  anna: {}
  ben: {}
`,
  *check({ model, needs, caretakers }) {
    const alone = new Map<string, string[]>();
    for (const node of model.nodes) {
      if (node.nature !== 'system' || node.external || needs.effective(node.index, 'availability') === 'normal')
        continue;
      const people = caretakers(node.id);
      const [only] = people ?? [];
      if (people?.size === 1 && only !== undefined) alone.set(only, [...(alone.get(only) ?? []), node.id]);
    }
    for (const [person, elements] of [...alone].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const element = model.elements.get(person);
      if (!element) continue;
      yield {
        message: `only ${person} looks after ${listed(elements)}`,
        hint: 'let a role with two holders look after them',
        location: keyOf(element),
        element: person,
        elements,
      };
    }
  },
};
