import { levels, objectives } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const maximumPrincipleViolated: Rule = {
  id: 'maximum-principle-violated',
  alsoKnownAs: ['hypervisor-protection-not-inherited', 'dependency-need-not-inherited'],
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'No element states a lower need than what needs it has, unless that was decided.',
  why: 'The weakest link sets the protection: a database that is protected as normal makes the process above it normal too.',
  source:
    'M 6.138: the protection requirements of the whole must be mapped to the virtualisation components, with the maximum principle; BSI-Standard 200-2 §8.2',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: very-high, reason: All sales}}}
servers:
  shop:
    protection:
      availability: {need: normal, reason: Old machine} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: very-high, reason: All sales}}}
servers:
  shop:
    protection:
      availability:
        need: normal
        reason: Old machine
        decision: {principle: distribution, need: normal, reason: Second shop in Nord, approvedBy: anna, date: 2026-05-01}
people: {anna: {}}
`,
  *check({ model, needs }) {
    for (const node of model.nodes) {
      for (const objective of objectives) {
        const { stated, maximum, decision } = needs.of(node.index, objective);
        if (stated === null || levels.indexOf(stated) >= levels.indexOf(maximum) || decision) continue;
        const from = needs.because(node.index, objective).map((r) => r.from);
        yield {
          message: `${node.id} states ${stated} ${objective}, but ${listed(from)} ${from.length === 1 ? 'needs' : 'need'} ${maximum}`,
          label: 'too low',
          hint: `state ${maximum}, leave the need out, or record a decision with principle, need, reason and approvedBy`,
          location: fieldOf(node as Element, 'protection', objective, 'need'),
          element: node.id,
        };
      }
    }
  },
};
