import { incidentField } from '../incident.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const incidentTeamMissing: Rule = {
  id: 'incident-team-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The team that handles incidents has members besides its lead, and somebody fills their roles.',
  why: 'The one who leads also types, telephones and keeps the log, and does none of it well.',
  source: 'incident response course: the incident response team is responsible for managing incidents',
  bad: `
drplan: 1
plan: {name: Office}
people: {anna: {phones: [{kind: mobile, number: "1"}]}}
incidentResponse:
  team: {lead: anna} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
incidentResponse:
  team: {lead: anna, members: [ben]}
`,
  *check({ model, roleStaffing }) {
    const team = model.incidentResponse?.team;
    if (!team) return;
    const members = team.members ?? [];
    const named = new Set([team.lead, ...members].flatMap((id) => roleStaffing.peopleOf(id).map((p) => p.id)));
    // Of anonymous people only their number is known.
    const anonymous = model.of('role').some((r) => members.includes(r.id) && (r.data.count ?? 0) > 0);
    if (members.length > 0 && (anonymous || named.size > 1)) return;
    yield {
      message:
        members.length === 0
          ? `the team that handles incidents has no members${team.lead === undefined ? '' : ' besides its lead'}`
          : `the team that handles incidents is ${named.size === 0 ? `nobody: no person fills ${listed(members)}` : `one person: ${listed([...named])}`}`,
      hint: 'add members: [ROLE, …] to team in incidentResponse: whoever isolates, investigates, restores',
      location: incidentField(model, 'team', ...(members.length === 0 ? [] : ['members'])),
    };
  },
};
