import { isHardware } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const words = (n: number): string => (n % 1440 === 0 ? `${n / 1440} d` : n % 60 === 0 ? `${n / 60} h` : `${n} min`);

export const spareLeadTimeExceedsRto: Rule = {
  id: 'spare-lead-time-exceeds-rto',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The replacement of hardware is there before its RTO is over.',
  why: 'However quick the restore is, it begins when the part is there.',
  source: 'M 6.96: downtime must be reduced to a manageable size',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {recovery: {rto: 8h}} # <--
contracts: {hardware: {covers: [shop], repairTime: 3d}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  shop: {recovery: {rto: 8h}}
contracts: {hardware: {covers: [shop], repairTime: 3d}}
spares: {box: {fits: [shop], count: 1}}
`,
  *check({ model, needs, timeObjectives, replacements }) {
    const farms = new Set(
      model.of('cluster').flatMap((c) => ((c.data.toleratesHostFailures ?? 0) > 0 ? (c.data.members ?? []) : [])),
    );
    for (const node of model.nodes) {
      const rto = timeObjectives.rto.stated(node.index);
      // One of several that stand in for each other may take its time.
      const spared = !needs.isIndispensable(node.index) || farms.has(node.id);
      const needed = needs.of(node.index, 'availability').principle !== 'none';
      if (rto === undefined || !isHardware(node) || (spared && needed)) continue;
      const times = replacements(node.id).filter((r) => r.minutes !== undefined);
      const best = times.sort((a, b) => (a.minutes as number) - (b.minutes as number))[0];
      if (!best || (best.minutes as number) <= rto) continue;
      yield {
        message: `${node.id} has an RTO of ${words(rto)}, but a replacement takes ${words(best.minutes as number)} (${best.from})`,
        label: 'no replacement in time',
        hint: 'keep a spare, agree on a shorter time, or lengthen the RTO',
        location: fieldOf(node as Element, 'recovery', 'rto'),
        element: node.id,
      };
    }
  },
};
