import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const assetPurposeMissing: Rule = {
  id: 'asset-purpose-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every system says what it is for.',
  why: 'Who stands in front of it at night must know whether it matters, without knowing the house.',
  source: 'M 6.96: integral part of in-house workflows or of a publicly available offer',
  bad: `
drplan: 1
plan: {name: Office}
policy: {profiles: [grundschutz]}
servers:
  web: {owner: admin, dependsOn: [database]} # <--
  database: {owner: admin, purpose: Keeps the orders}
roles:
  admin: {name: Administrator}
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {profiles: [grundschutz]}
servers:
  web: {owner: admin, purpose: Shows the shop to customers, dependsOn: [database]}
  database: {owner: admin, purpose: Keeps the orders}
roles:
  admin: {name: Administrator}
`,
  *check({ model }) {
    const systems = model.nodes.filter((n) => n.nature === 'system' && !n.external);
    const lack = {
      one: 'has no purpose',
      many: 'have no purpose',
      hint: 'add "purpose": what stops when it is down',
    };
    yield* missing(systems, lack, (e) => {
      const { purpose, description } = e.data as { purpose?: string; description?: string };
      return !purpose && !description;
    });
  },
};
