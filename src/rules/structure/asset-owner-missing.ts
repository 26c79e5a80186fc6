import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const assetOwnerMissing: Rule = {
  id: 'asset-owner-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every system and all data have an owner, their own or an inherited one.',
  why: 'Without an owner nobody decides what it must be protected for, and nobody is called.',
  source: 'ISO 27002 backup workflow, task 1: departmental discrepancies in data ownership',
  bad: `
drplan: 1
plan: {name: Office}
policy: {profiles: [grundschutz]}
servers:
  web: {purpose: Shop, dependsOn: [database]} # <--
  database: {purpose: Orders, owner: admin}
roles:
  admin: {name: Administrator}
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {profiles: [grundschutz]}
servers:
  web: {purpose: Shop, owner: admin, dependsOn: [database]}
  database: {purpose: Orders, owner: admin}
roles:
  admin: {name: Administrator}
`,
  *check({ model, inherited }) {
    const assets = model.nodes.filter((n) => (n.nature === 'system' && !n.external) || n.kind === 'data');
    const lack = {
      one: 'has no owner',
      many: 'have no owner',
      hint: 'add "owner" here, at its host or location, in policy.defaults or at the plan',
    };
    yield* missing(assets, lack, (e) => inherited.owner(e.id) === undefined);
  },
};
