import { clockTime } from '../due.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Where the policy says nothing: the longest working day that European law allows in an exception. */
const usualShift = 600;

export const recoveryPersonOverloaded: Rule = {
  id: 'recovery-person-overloaded',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'No recovery order needs somebody for more hours within a day than a shift has (policy: longestShift).',
  why: 'After twelve hours people make mistakes, and those of the second night cost more than the outage.',
  source: 'NIS2 4.2.4 (c), DORA RTS 2024/1774 Art. 26 (2) (e): availability of staff; M 6.138: suitable personnel',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {} # <--
roles: {admin: {holders: [anna]}}
servers:
  a: {recovery: {restart: {takes: 6h, staff: {admin: 1}}}}
  b: {recovery: {restart: {takes: 6h, staff: {admin: 1}}}}
`,
  good: `
drplan: 1
plan: {name: Office}
people: {anna: {}, ben: {}}
roles: {admin: {holders: [anna, ben]}}
servers:
  a: {recovery: {restart: {takes: 6h, staff: {admin: 1}}}}
  b: {recovery: {restart: {takes: 6h, staff: {admin: 1}}}}
`,
  *check({ model, orderVerdicts }) {
    const { longestShift = usualShift } = model.policy as { longestShift?: number };
    const found = new Map<string, { most: number; events: string[] }>();
    for (const { scenario, workloads } of orderVerdicts) {
      for (const { person, minutes } of workloads) {
        if (minutes <= longestShift) continue;
        const known = found.get(person) ?? { most: 0, events: [] };
        found.set(person, {
          most: Math.max(known.most, minutes),
          events: [...known.events, scenario ?? 'the cold start'],
        });
      }
    }
    for (const [id, { most, events }] of found) {
      const person = model.elements.get(id);
      if (!person) continue;
      yield {
        message: `${id} works up to ${clockTime(most)} hours within a day in ${listed(events)}`,
        label: `a shift has ${clockTime(longestShift)}`,
        hint: 'name more holders of these roles, or people of a supplier who relieve them',
        location: keyOf(person),
        element: id,
      };
    }
  },
};
