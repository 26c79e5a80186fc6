import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const minutes = (n: number): string => (n % 60 === 0 ? `${n / 60} h` : `${n} min`);

export const availabilityLevelRtoMismatch: Rule = {
  id: 'availability-level-rto-mismatch',
  severity: 'error',
  profiles: ['grundschutz'],
  summary:
    'The RTO fits the availability need: at most 24 hours for high and 2 hours for very high, or what the policy says.',
  why: 'A need of very high with an RTO of a day promises two things, and only one of them is planned for.',
  source: 'BSI-Standard 200-2 §8.2.1: categories by tolerable outage, 24 h and 2 h',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection: {availability: {need: very-high, reason: All sales}}
    rto: 8h # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection: {availability: {need: very-high, reason: All sales}}
    rto: 2h
servers: {shop: {}}
`,
  *check({ model, needs, timeObjectives }) {
    const { rto: usual, protection } = model.policy;
    const { outage } = protection?.thresholds ?? {};
    // What the house asks of a level comes before the limits at which the level begins.
    const limits = {
      normal: usual?.normal,
      high: usual?.high ?? outage?.high ?? 1440,
      'very-high': usual?.['very-high'] ?? outage?.['very-high'] ?? 120,
    };
    for (const node of model.nodes) {
      const level = needs.effective(node.index, 'availability');
      const limit = limits[level];
      const rto = timeObjectives.rto.stated(node.index);
      if (limit === undefined || rto === undefined || rto <= limit) continue;
      // One of several that stand in for each other may take its time.
      if (node.kind !== 'process' && !needs.isIndispensable(node.index)) continue;
      const own = (node.data as { rto?: number }).rto !== undefined;
      yield {
        message: `${node.id} needs ${level} availability, but has an RTO of ${minutes(rto)}; at most ${minutes(limit)} fits`,
        label: `too long for ${level}`,
        hint: 'shorten the RTO, or lower the need with a reason',
        location: own ? fieldOf(node as Element, 'rto') : fieldOf(node as Element, 'recovery', 'rto'),
        element: node.id,
      };
    }
  },
};
