import { isTopic, trainedIn } from '../../analysis/index.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const word = (skill: string): string => skill.trim().toLowerCase();

export const trainedPersonnelInsufficient: Rule = {
  id: 'trained-personnel-insufficient',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every role has as many holders with the skills and trainings it asks for as are needed at the least.',
  why: 'Two names stand on the list, and neither has ever seen the array.',
  source: 'M 6.138: it must be ensured that trained personnel are available in an emergency',
  bad: `
drplan: 1
plan: {name: Office}
roles:
  backup-admin: {holders: [anna, ben], needs: [restore]} # <--
  network-admin: {holders: [anna, ben], skills: [routing], minimum: 2} # <--
people:
  anna: {skills: [routing], phones: [{kind: mobile, number: "1"}]}
  ben: {trainings: [{topic: restore, date: 2019-05-01, validFor: 2y}], phones: [{kind: mobile, number: "2"}]}
`,
  good: `
drplan: 1
plan: {name: Office}
roles:
  backup-admin: {holders: [anna, ben], needs: [restore]}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {trainings: [{topic: Restore, date: 2026-05-01, validFor: 2y}], phones: [{kind: mobile, number: "2"}]}
`,
  *check(facts) {
    const { model, roleStaffing } = facts;
    for (const role of model.of('role')) {
      const { skills = [], needs = [], minimum = 1 } = role.data;
      const people = roleStaffing.peopleOf(role.id);
      // Nobody at all is role-unassigned; of anonymous people only their number is known.
      const filled = roleStaffing.filledBy(role);
      if (filled === 0 || (people.length === 0 && filled >= minimum)) continue;
      const suitable = people.filter(
        ({ data }, i) =>
          skills.every((skill) => data.skills?.map(word).includes(word(skill))) &&
          needs.every((topic) => trainedIn(facts, people[i] as (typeof people)[number], isTopic(topic)) === 'trained'),
      );
      const enough = people.length === 0 ? filled : suitable.length;
      if (enough >= minimum) continue;
      const asked = [
        ...(skills.length > 0 ? [`skills ${listed(skills)}`] : []),
        ...(needs.length > 0 ? [`a valid training in ${listed(needs)}`] : []),
      ].join(' and ');
      yield {
        message: `${role.id} needs ${minimum} ${minimum === 1 ? 'person' : 'people'}${asked ? ` with ${asked}` : ''}; ${enough === 0 ? 'none' : `only ${enough}`} of its ${filled} ${filled === 1 ? 'holder has' : 'holders have'} that`,
        hint: 'train its holders and write skills and trainings to them, or name others who have them',
        location: keyOf(role),
        element: role.id,
      };
    }
  },
};
