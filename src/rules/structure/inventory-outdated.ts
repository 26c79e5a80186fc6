import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** A year and a bit: what a yearly review must have touched. */
const oldestDays = 400;

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

export const inventoryOutdated: Rule = {
  id: 'inventory-outdated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every system was compared with reality within the last 400 days.',
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
  *check({ model, inherited, today }) {
    const systems = model.nodes.filter((n) => n.nature === 'system' && !n.external);
    const lack = {
      one: 'was not compared with reality within 400 days',
      many: 'were not compared with reality within 400 days',
      hint: 'look at it, then write the day as lastVerified (here, at its host or location, or at the plan)',
    };
    yield* missing(systems, lack, (e) => {
      const day = inherited.lastVerified(e.id);
      return day === undefined || daysBetween(day, today) > oldestDays;
    });
  },
};
