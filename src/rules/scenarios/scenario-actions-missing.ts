import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const scenarioActionsMissing: Rule = {
  id: 'scenario-actions-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every scenario says what is done, and every action says what it is.',
  why: 'A scenario without actions tells the person on duty that it was foreseen, and nothing else.',
  source: 'M 6.138: for these scenarios it must be precisely described how to react and which actions to perform',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
roles: {admin: {count: 1}}
scenarios:
  web-lost: {affects: [web]} # <--
  db-lost:
    affects: [db]
    actions:
      - {do: Restore it, by: admin}
      - {by: admin, within: 1h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
roles: {admin: {count: 1}}
scenarios:
  web-lost: {affects: [web], actions: [Restart it; else set it up anew]}
  db-lost: {affects: [db], actions: [{do: Restore it, by: admin, within: 1h}]}
`,
  *check({ model }) {
    const scenarios = model.of('scenario');
    const lack = {
      one: 'says no action',
      many: 'say no action',
      hint: 'add actions: [{do: WHAT, by: ROLE, within: 1h}] or [{procedure: ID, by: ROLE}]',
    };
    // What was written and could not be read is a finding of its own: it is not missing.
    const unreadable = (s: Element): boolean => s.dropped.some(([field]) => field === 'actions');
    yield* missing(scenarios, lack, (s) => {
      return !unreadable(s) && ((s as Element<'scenario'>).data.actions ?? []).length === 0;
    });
    for (const scenario of scenarios.filter((s) => !unreadable(s))) {
      for (const [i, action] of (scenario.data.actions ?? []).entries()) {
        if (typeof action === 'string' || action.do || action.procedure) continue;
        yield {
          message: `an action of ${scenario.id} does not say what is done`,
          hint: 'add do: WHAT or procedure: ID',
          location: fieldOf(scenario, 'actions', i),
          element: scenario.id,
        };
      }
    }
  },
};
