import { fieldOf, keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

export const recoveryPersonUnavailable: Rule = {
  id: 'recovery-person-unavailable',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Whoever a step is given to has the skill it needs, and there are as many people as an action asks for.',
  why: 'The step needs somebody who knows the database. The last one who did left in spring.',
  source:
    'M 6.138: trained personnel available in an emergency; NIS2 Implementing Regulation 4.2.4 (c); DORA RTS (EU) 2024/1774 Art. 26 (2) (e)',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db]}
  db: {recovery: {rebuild: {takes: 4h, procedure: rebuild-db, staff: {admin: 2}}}}
roles:
  admin: {holders: [anna]} # <--
people:
  anna: {skills: [linux]}
procedures:
  rebuild-db:
    title: Set the database up anew
    steps: [{do: Create the cluster, skill: postgresql, expect: ok}] # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db]}
  db: {recovery: {rebuild: {takes: 4h, procedure: rebuild-db, staff: {admin: 2}}}}
roles:
  admin: {holders: [anna, ben]}
people:
  anna: {skills: [linux]}
  ben: {skills: [PostgreSQL]}
procedures:
  rebuild-db:
    title: Set the database up anew
    steps: [{do: Create the cluster, skill: postgresql, expect: ok}]
`,
  *check({ staffingGaps }) {
    for (const { role, wanted, available, elements } of staffingGaps.roles) {
      yield {
        message: `${listed(elements, 3)} ${elements.length === 1 ? 'asks' : 'ask'} for ${wanted} of ${role.id} at once, which ${people(available)} can fill`,
        label: 'too few',
        hint: 'name more holders, or ask for fewer in staff',
        location: role.data.holders ? fieldOf(role, 'holders') : keyOf(role),
        element: role.id,
      };
    }
    for (const { skill, lackedBy, askedBy, at } of staffingGaps.skills) {
      yield {
        message: `${listed(askedBy, 3)} ${askedBy.length === 1 ? 'needs' : 'need'} somebody who knows ${skill}, which ${lackedBy === 'anybody' ? 'nobody in the plan does' : 'nobody does to whom the step is given'}`,
        label: lackedBy === 'anybody' ? 'nobody has this skill' : 'none of those who do it has this skill',
        hint: 'add it to the skills of whoever has it, train somebody, or name a supplier who sends one',
        location: at,
        elements: [...askedBy],
      };
    }
  },
};
