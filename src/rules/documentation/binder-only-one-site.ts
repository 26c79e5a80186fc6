import { placesOf } from '../../analysis/index.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const binderOnlyOneSite: Rule = {
  id: 'binder-only-one-site',
  severity: 'warning',
  profiles: ['grundschutz', 'dora'],
  summary: 'The complete binder lies at two sites at the least.',
  why: 'The plan for the loss of the building was in the building.',
  source: 'DER.4.A1: the emergency handbook must be available in an emergency; DORA RTS 2024/1774 Art. 26',
  bad: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}, cellar: {type: room, in: office}}
roles: {admin: {count: 2}}
binders:
  red: # <--
    title: Emergency binder
    copies: [{number: 1, holder: admin, in: office}, {number: 2, holder: admin, in: cellar}]
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}, home: {type: site}}
roles: {admin: {count: 2}}
binders:
  red:
    title: Emergency binder
    copies: [{number: 1, holder: admin, in: office}, {number: 2, holder: admin, in: home}]
`,
  *check({ model }) {
    // An extract, such as a duty card, need not be everywhere.
    const all = model.of('binder');
    const complete = all.filter((b) => !b.data.sections?.length);
    const judged = (complete.length > 0 ? complete : all).filter((b) => b.data.copies?.length);
    const siteOf = (id: string): string => {
      const node = model.node(id);
      return (node && placesOf(model, node).at(-1)) ?? id;
    };
    const copies = judged.flatMap((b) => b.data.copies ?? []);
    const sites = new Set(copies.flatMap((copy) => (copy.in === undefined ? [] : [siteOf(copy.in)])));
    const [first] = judged;
    // Where no copy has a place, binder-storage-unspecified says so.
    if (!first || sites.size !== 1) return;
    yield {
      message: `all copies of ${listed(judged.map((b) => b.id))} lie at ${[...sites][0]}`,
      hint: 'keep a copy at another site: copies: [{number, holder, in: PLACE}]; the home of its holder is one',
      location: keyOf(first),
      elements: judged.map((b) => b.id),
    };
  },
};
