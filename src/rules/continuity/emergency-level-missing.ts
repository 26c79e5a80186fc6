import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const emergencyLevelMissing: Rule = {
  id: 'emergency-level-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every process says the least that must work in an emergency (MBCO).',
  why: 'Two desks would have carried the week; instead everybody waits until all forty are back.',
  source: 'BSI-Standard 200-4, ISO 22301 8.2.2: minimum acceptable capacity of an activity',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 4h} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 4h, minimumLevel: Two desks that can enter orders}
servers: {shop: {}}
`,
  *check({ model }) {
    const lack = {
      one: 'does not say the least that must work in an emergency',
      many: 'do not say the least that must work in an emergency',
      hint: 'add minimumLevel: what, how much of it, and where',
    };
    yield* missing(model.of('process'), lack, (p) => (p as Element<'process'>).data.minimumLevel === undefined);
  },
};
