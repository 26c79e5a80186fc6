import { placesOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const forceMajeureNotExamined: Rule = {
  id: 'force-majeure-not-examined',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'For every site it was examined what fire, water, storm or denied access would do.',
  why: 'Both data centres stand at the same river.',
  source: 'M 6.138: were measures to increase availability in cases of force majeure examined?',
  bad: `
drplan: 1
plan: {name: Office}
locations:
  hafen: {type: site} # <--
servers: {shop: {in: hafen}}
`,
  good: `
drplan: 1
plan: {name: Office}
locations:
  hafen: {type: site, forceMajeure: {examined: 2026-06-01, decision: Second site above the river}}
servers: {shop: {in: hafen}}
`,
  *check({ model }) {
    const used = new Set(model.nodes.flatMap((n) => (n.kind === 'location' ? [] : placesOf(model, n))));
    const sites = model
      .of('location')
      .filter((l) => used.has(l.id) && (l.data.type === 'site' || l.data.in === undefined));
    const lack = {
      one: 'has no examination of force majeure',
      many: 'have no examination of force majeure',
      hint: 'add forceMajeure: {examined: DATE, decision: …}',
    };
    yield* missing(sites, lack, (site) => (site as Element<'location'>).data.forceMajeure?.examined === undefined);
  },
};
