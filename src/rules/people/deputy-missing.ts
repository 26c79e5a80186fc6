import { missingWeighed } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const deputyMissing: Rule = {
  id: 'deputy-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every role has a deputy; without one it is an error where something with high availability waits for it.',
  why: 'She is on a plane, and with her the only one who knows the array.',
  source: 'M 6.138: trained personnel must be available in an emergency; NIS2 4.2.4 (c): redundancy of personnel',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}}
roles:
  admin: {holders: [anna]} # <--
  caretaker: {count: 1} # <--
people: {anna: {phones: [{kind: mobile, number: "1"}]}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}}
roles:
  admin: {holders: [anna, ben]}
  caretaker: {count: 2}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
`,
  *check({ model, roleStaffing }) {
    const lack = {
      one: 'has no deputy: one person fills it',
      many: 'have no deputy: one person fills them',
      hint: 'name a second holder; write count: 2 where anonymous people take turns',
    };
    yield* missingWeighed(
      model.of('role'),
      lack,
      (role) => roleStaffing.filledBy(role) === 1,
      (role) => roleStaffing.need(role.id) !== 'normal',
    );
  },
};
