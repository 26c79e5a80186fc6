import { type Level, levels, type Objective, objectives } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const parts = ['principle', 'need', 'reason', 'approvedBy'] as const;

interface Protected {
  readonly protection?: Partial<
    Record<
      Objective,
      {
        readonly need?: string;
        readonly reason?: string;
        readonly decision?: Partial<Record<(typeof parts)[number], string>>;
      }
    >
  >;
}

export const protectionReasonMissing: Rule = {
  id: 'protection-reason-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every need above normal has a reason, and every decision says by which principle, why and who approved it.',
  why: 'A deviation that nobody can explain is undone by the next auditor, or worse, by the next administrator.',
  source: 'BSI-Standard 200-2 §8.2: the determination must be comprehensible, every deviation reasoned',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection:
      availability: {need: high} # <--
servers:
  shop:
    protection:
      availability: {decision: {principle: distribution, need: normal}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection:
      availability: {need: high, reason: Half of the sales}
servers:
  shop:
    protection:
      availability: {decision: {principle: distribution, need: normal, reason: Second shop, approvedBy: anna}}
people: {anna: {}}
`,
  *check({ model, needs }) {
    for (const node of model.nodes) {
      for (const objective of objectives) {
        const written = (node.data as Protected).protection?.[objective];
        if (!written) continue;
        const { need, reason, decision } = written;
        if (need !== undefined && need !== 'normal' && reason === undefined) {
          yield {
            message: `${node.id} states ${need} ${objective} without a reason`,
            label: 'why?',
            hint: 'add reason: what happens if it is not met',
            location: fieldOf(node as Element, 'protection', objective, 'need'),
            element: node.id,
          };
        }
        const open = decision ? parts.filter((p) => decision[p] === undefined) : [];
        if (open.length > 0) {
          yield {
            message: `the decision about ${objective} of ${node.id} does not count: it lacks ${open.join(', ')}`,
            label: 'not complete',
            hint: 'write principle, need, reason and approvedBy; until then the need is as if nothing was decided',
            location: fieldOf(node as Element, 'protection', objective, 'decision'),
            element: node.id,
          };
        } else if (decision) {
          const { maximum, stated } = needs.of(node.index, objective);
          const computed = Math.max(levels.indexOf(maximum), stated === null ? 0 : levels.indexOf(stated));
          const decided = levels.indexOf(decision.need as Level);
          const raises = decision.principle === 'cumulation';
          const nothing = raises ? decided < computed : decision.principle !== 'maximum' && decided > computed;
          if (!nothing) continue;
          yield {
            message: `the decision about ${objective} of ${node.id} changes nothing: ${decision.principle} ${raises ? 'raises' : 'lowers'} a need, and ${decision.need} is ${raises ? 'below' : 'above'} ${levels[computed]}`,
            label: 'has no effect',
            hint: 'cumulation raises; distribution and manual lower; maximum leaves the need as it is',
            location: fieldOf(node as Element, 'protection', objective, 'decision'),
            element: node.id,
          };
        }
      }
    }
  },
};
