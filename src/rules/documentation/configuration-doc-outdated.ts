import { late, neverDone } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const configurationDocOutdated: Rule = {
  id: 'configuration-doc-outdated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Documents on configurations are not older than what they describe, nor than the limit of the policy.',
  why: 'The addresses on the paper are those from before the move.',
  source: 'M 6.96: the system configuration must be documented; M 6.37: versions of the documentation',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db], lastChanged: 2026-10-01}
  db: {}
documents:
  web-settings:
    kind: configuration
    about: [web]
    updated: 2026-03-01 # <--
  db-settings:
    kind: configuration
    about: [db]
    updated: 2021-03-01 # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db], lastChanged: 2026-10-01}
  db: {}
documents:
  settings: {kind: configuration, about: [web, db], updated: 2026-10-02}
`,
  *check(facts) {
    const due = late(facts, 'document-review');
    const documents = facts.model.of('document').filter((d) => d.data.kind === 'configuration');
    const never = neverDone(due);
    const lack = {
      one: 'does not say when it was last brought up to date',
      many: 'do not say when they were last brought up to date',
      hint: 'compare it with what is there, then write updated: DATE',
    };
    yield* missing(documents, lack, (d) => never.has(d.id));
    for (const { element = '', last, every, reason, at } of due) {
      if (last === undefined) continue;
      yield {
        message: `${element} is of ${last}${reason === undefined ? `, more than ${every?.text} ago` : `; ${reason}`}`,
        label: 'out of date',
        hint: 'compare it with what is there, mend it and its copies, then write the day as updated',
        location: at,
        element,
      };
    }
  },
};
