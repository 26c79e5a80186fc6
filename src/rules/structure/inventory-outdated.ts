import { late } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const inventoryOutdated: Rule = {
  id: 'inventory-outdated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every system was compared with reality within the interval of the policy; without one, within 400 days.',
  why: 'An inventory that nobody has looked at sends people to machines that were replaced years ago.',
  source: 'ISO 27002 backup workflow, task 1: outdated inventory lists',
  bad: `
drplan: 1
plan: {name: Office, owner: admin}
policy: {profiles: [grundschutz]}
roles:
  admin: {name: Administrator}
servers:
  web: {purpose: Shop, lastVerified: 2001-05-01, dependsOn: [database]} # <--
  database: {purpose: Orders, lastVerified: 2026-05-01}
`,
  good: `
drplan: 1
plan: {name: Office, owner: admin}
policy: {profiles: [grundschutz]}
roles:
  admin: {name: Administrator}
servers:
  web: {purpose: Shop, lastVerified: 2026-05-01, dependsOn: [database]}
  database: {purpose: Orders, lastVerified: 2026-05-01}
`,
  *check(facts) {
    const { model } = facts;
    const duties = late(facts, 'inventory-check');
    const old = new Set(duties.flatMap((d) => d.elements ?? []));
    const limit = duties[0]?.every?.text;
    const systems = model.nodes.filter((n) => n.nature === 'system' && !n.external);
    const lack = {
      one: `was not compared with reality within ${limit}`,
      many: `were not compared with reality within ${limit}`,
      hint: 'look at it, then write the day as lastVerified (here, at its host or location, or at the plan)',
    };
    yield* missing(systems, lack, (e) => old.has(e.id));
  },
};
