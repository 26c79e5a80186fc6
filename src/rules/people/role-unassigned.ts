import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const roleUnassigned: Rule = {
  id: 'role-unassigned',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every role is filled by somebody.',
  why: 'The plan says that the network administrator starts the switches, and everybody looks at everybody.',
  source: 'ISO 27002 backup workflow, task 4: staff must be clear about their roles; NIS2 4.1.2 (b): roles',
  bad: `
drplan: 1
plan: {name: Office}
roles:
  network-admin: {name: Network administrator} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles:
  network-admin: {name: Network administrator, holders: [anna, ben]}
  caretaker: {name: Caretaker, count: 2}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
`,
  *check({ model, roleStaffing }) {
    const lack = {
      one: 'is filled by nobody',
      many: 'are filled by nobody',
      hint: 'add holders: [PERSON, DEPUTY], or count: 2 where the people are not named',
    };
    yield* missing(model.of('role'), lack, (role) => roleStaffing.filledBy(role) === 0);
  },
};
