import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const maintenanceContractExpired: Rule = {
  id: 'maintenance-contract-expired',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Contracts that the plan counts on are still valid.',
  why: 'The hotline answers, asks for the number, and is very sorry.',
  source: 'M 6.96: the supply of spare parts must be ensured within a period of time',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
contracts:
  hardware:
    covers: [shop]
    repairTime: 8h
    validUntil: 2001-12-31 # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
contracts:
  hardware:
    covers: [shop]
    repairTime: 8h
    validUntil: 2999-12-31
`,
  *check(facts) {
    for (const { element = '', dueOn, at } of late(facts, 'contract-end')) {
      yield {
        message: `${element} ended on ${dueOn}`,
        label: 'over',
        hint: 'renew it and write the new day, or take it out of the plan',
        location: at,
        element,
      };
    }
  },
};
