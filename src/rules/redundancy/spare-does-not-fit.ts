import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

interface WithReplacement {
  readonly spares?: readonly string[];
  readonly recovery?: { readonly replace?: { readonly from?: readonly string[] } };
}

export const spareDoesNotFit: Rule = {
  id: 'spare-does-not-fit',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A spare part that an element is to be replaced from says that it fits that element.',
  why: 'The box from the cellar has the wrong power supply; it was bought for the other switch.',
  source: 'M 6.96: the supply of spare parts must be ensured within a period of time',
  bad: `
drplan: 1
plan: {name: Office}
networkDevices:
  core: {connectedTo: [edge], recovery: {replace: {takes: 1h, from: [switch-in-cellar]}}} # <--
  edge: {recovery: {stateless: true}}
spares:
  switch-in-cellar: {fits: [edge], count: 1}
`,
  good: `
drplan: 1
plan: {name: Office}
networkDevices:
  core: {connectedTo: [edge], recovery: {replace: {takes: 1h, from: [switch-in-cellar, box]}}}
  edge: {recovery: {stateless: true}}
spares:
  switch-in-cellar: {fits: [edge, core], count: 1}
  box: {count: 1}
`,
  *check({ model }) {
    for (const node of model.nodes) {
      const { spares = [], recovery } = node.data as WithReplacement;
      const from = recovery?.replace?.from ?? [];
      const named = [
        ...from.map((id, i) => ({ id, path: ['recovery', 'replace', 'from', i] })),
        ...spares.map((id, i) => ({ id, path: ['spares', i] })),
      ];
      for (const { id, path } of named) {
        const spare = model.elements.get(id);
        const fits = spare?.kind === 'spare' ? (spare as Element<'spare'>).data.fits : undefined;
        // A spare that does not say what it fits is taken at the word of whoever names it.
        if (!spare || !fits?.length || fits.includes(node.id)) continue;
        yield {
          message: `${node.id} is to be replaced from ${id}, which fits ${fits.join(', ')} only`,
          label: 'does not fit',
          hint: `add ${node.id} to fits of ${id}, or name a spare that fits`,
          location: fieldOf(node as Element, ...path),
          element: node.id,
          related: [{ message: `${id} says here what it fits`, location: fieldOf(spare, 'fits') }],
        };
      }
    }
  },
};
