import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const distributionListMissing: Rule = {
  id: 'distribution-list-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every binder says for whom it is, and its copies are numbered.',
  why: 'Six copies were printed; five were exchanged, and the sixth is the one that is found.',
  source: 'M 6.138: the documents must be accessible to authorised persons',
  bad: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {count: 2}}
binders:
  red: {title: Emergency binder, copies: [{number: 1, holder: admin, in: office}]} # <--
  blue: {audience: IT, copies: [{number: 1, holder: admin, in: office}, {number: 1, holder: admin, in: office}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {count: 2}}
binders:
  red: {title: Emergency binder, audience: IT, copies: [{number: 1, holder: admin, in: office}]}
`,
  *check({ model }) {
    for (const binder of model.of('binder')) {
      const { audience, copies = [] } = binder.data;
      const numbers = copies.map((copy) => copy.number);
      const unnumbered = numbers.includes(undefined) || new Set(numbers).size < numbers.length;
      const lacking = [
        ...(audience?.length ? [] : ['does not say for whom it is']),
        ...(unnumbered ? ['has copies without a number of their own'] : []),
      ];
      if (lacking.length === 0) continue;
      yield {
        message: `${binder.id} ${lacking.join(' and ')}`,
        hint: 'add audience: [WHO, …] and copies: [{number: 1, holder: ROLE, in: PLACE}, …]',
        location: keyOf(binder),
        element: binder.id,
      };
    }
  },
};
