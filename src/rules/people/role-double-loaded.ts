import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const roleDoubleLoaded: Rule = {
  id: 'role-double-loaded',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'All roles can be filled at the same time, each by a person of its own.',
  why: 'On paper there are three deputies; in the night it is the same two people three times.',
  source: 'M 6.138: documents and suitable personnel must be available; DORA RTS 2024/1774 Art. 26 (2) (e): staff',
  bad: `
drplan: 1
plan: {name: Office}
roles:
  backup-admin: {holders: [anna, ben]} # <--
  database-admin: {holders: [anna, ben]}
  network-admin: {holders: [ben, anna]}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
`,
  good: `
drplan: 1
plan: {name: Office}
roles:
  database-admin: {holders: [anna, ben]}
  network-admin: {holders: [ben, anna]}
people:
  anna: {phones: [{kind: mobile, number: "1"}]}
  ben: {phones: [{kind: mobile, number: "2"}]}
`,
  *check({ roleStaffing }) {
    for (const { roles, people } of roleStaffing.overlapping) {
      const [first] = roles;
      if (!first) continue;
      yield {
        message: `${listed(roles.map((r) => r.id))} are ${roles.length} roles for ${people.length === 1 ? 'one person' : `${people.length} people`} (${listed(people)}): they cannot be filled at once`,
        hint: 'name another holder for one of them, or join roles that are never needed at the same time',
        location: keyOf(first),
        elements: roles.map((r) => r.id),
      };
    }
  },
};
