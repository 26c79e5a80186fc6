import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const waiverExpired: Rule = {
  id: 'waiver-expired',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A waiver ends on its day; then the finding is decided anew.',
  why: 'What was acceptable for a year is not acceptable for ever, and an old waiver hides a new problem.',
  source: 'BSI-Standard 200-2: accepted risks are reviewed regularly',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {name: Anna}
waivers:
  - {rule: asset-orphan, elements: [printer], reason: Alone on purpose, by: anna, until: 2020-01-01} # <--
servers:
  printer: {dependsOn: [web]}
  web: {}
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {name: Anna}
waivers:
  - {rule: asset-orphan, elements: [printer], reason: Alone on purpose, by: anna, until: 2999-01-01}
servers:
  printer: {}
`,
  *check(facts) {
    for (const { detail, dueOn, at } of late(facts, 'waiver-end')) {
      yield {
        message: `the waiver of ${detail?.split(' ')[0]} ended on ${dueOn}`,
        label: 'no longer in force',
        hint: 'mend the finding, or decide again and write the new date',
        location: at,
      };
    }
  },
};
