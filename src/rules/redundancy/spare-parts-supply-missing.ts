import { isHardware, type Needs } from '../../analysis/index.ts';
import { type Level, levels } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** Rules on spares speak only of hardware that must not be missing for long (rules.md, "An old inventory of sixty systems"). */
const day = 1440;

/** The higher of its availability and integrity needs. */
function highest(needs: Needs, { index }: Node): Level {
  const [a, i] = [needs.effective(index, 'availability'), needs.effective(index, 'integrity')];
  return levels.indexOf(a) > levels.indexOf(i) ? a : i;
}

export const sparePartsSupplyMissing: Rule = {
  id: 'spare-parts-supply-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Hardware that must not be missing for long can be replaced: by a spare, a contract or a supplier.',
  why: 'The part is ordered on the day of the failure, and delivered three weeks later.',
  source: 'M 6.96: the supply of spare parts must be ensured within a period of time',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
servers:
  shop: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
servers:
  shop: {}
spares: {box: {fits: [shop], count: 1}}
`,
  *check({ model, needs, timeObjectives, replacements }) {
    for (const wanted of ['very-high', 'high', 'normal'] as const) {
      const hardware = model.nodes.filter((node) => {
        const { rto } = timeObjectives;
        const level = highest(needs, node);
        const soon = (rto.effective(node.index) ?? Number.POSITIVE_INFINITY) <= day;
        return isHardware(node) && level === wanted && (level !== 'normal' || soon);
      });
      const lack = {
        one: 'has no spare, no contract and no supplier to replace it',
        many: 'have no spare, no contract and no supplier to replace them',
        hint: 'add a spare that fits, a contract that covers it, or recovery: {replace: {from: […]}}',
      };
      const found = missing(hardware, lack, (element) => replacements(element.id).length === 0);
      for (const one of found) yield { ...one, severity: wanted === 'very-high' ? 'error' : 'warning' };
    }
  },
};
