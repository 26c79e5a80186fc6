import { workaroundOf } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const workaroundMissing: Rule = {
  id: 'workaround-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every process says what is done while it is down, or why its outage need not be bridged.',
  why: 'For four hours fifty people stand in the corridor, beside a cupboard full of forms.',
  source:
    'M 6.96: how the consequences of a failure can be minimised; incident response course: implementing workarounds',
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
  orders: {uses: [shop], rto: 4h, workaround: Orders are taken on paper}
servers: {shop: {}}
`,
  *check({ model }) {
    const lack = {
      one: 'does not say what is done while it is down',
      many: 'do not say what is done while they are down',
      hint: 'add workaround: {description: …, procedure: ID, lasts: 1d}; where none is needed, say so in words',
    };
    const processes = model.nodes.filter((n) => n.kind === 'process');
    const isDecided = (node: Node): boolean =>
      (node.data as { highAvailability?: { decision?: string } }).highAvailability?.decision !== undefined;
    yield* missing(processes, lack, (node) => !workaroundOf(node) && !isDecided(node));
  },
};
