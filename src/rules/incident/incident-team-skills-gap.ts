import { incidentField } from '../incident.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const word = (skill: string): string => skill.trim().toLowerCase();

export const incidentTeamSkillsGap: Rule = {
  id: 'incident-team-skills-gap',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'It is said what the incident team must know, and each of it is known by somebody in it.',
  why: 'All five know networks; the incident is in the database.',
  source: 'incident response course: team members should have diverse skills and expertise',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {skills: [network], phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
incidentResponse:
  team: {lead: anna, members: [ben], skills: [forensics, network]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {skills: [network], phones: [{kind: mobile, number: "1"}]}
  ben: {skills: [Forensics], phones: [{kind: mobile, number: "2"}]}
incidentResponse:
  team: {lead: anna, members: [ben], skills: [forensics, network]}
`,
  *check({ model, roleStaffing }) {
    const team = model.incidentResponse?.team;
    if (!team) return;
    const ids = [team.lead, ...(team.members ?? [])];
    const people = ids.flatMap((id) => [...roleStaffing.peopleOf(id)]);
    // Of anonymous people the role says what they know.
    const anonymous = model.of('role').filter((r) => ids.includes(r.id) && roleStaffing.peopleOf(r.id).length === 0);
    const known = new Set([...people, ...anonymous].flatMap((e) => e.data.skills ?? []).map(word));
    const lacking = (team.skills ?? []).filter((skill) => !known.has(word(skill)));
    if (team.skills?.length && lacking.length === 0) return;
    yield {
      message: team.skills?.length
        ? `nobody in the incident team knows ${listed(lacking)}`
        : 'it is not said what the incident team must know',
      hint: team.skills?.length
        ? 'add a member who does, write the skill to whoever has it, or name a supplier who sends one'
        : 'add skills: [forensics, network, …] to team in incidentResponse',
      location: incidentField(model, 'team', ...(team.skills?.length ? ['skills'] : [])),
    };
  },
};
