import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const exerciseFindingsOpen: Rule = {
  id: 'exercise-findings-open',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'What an exercise has shown is mended by the day that was set, and a day is set for everything.',
  why: 'The key of the generator is missing again.',
  source: 'incident response course: exercises help to identify areas for improvement; DORA Art. 11 (6)',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
exercises:
  autumn:
    of: [db-lost]
    records:
      - date: 2026-04-02
        result: passed-with-findings
        findings:
          - {text: The key was missing, action: A second key, due: 2026-06-01} # <--
          - {text: Nobody knew the password} # <--
          - {text: The list was old, due: 2026-06-01, done: 2026-05-20}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
exercises:
  autumn:
    of: [db-lost]
    records:
      - date: 2026-04-02
        result: passed-with-findings
        findings:
          - {text: The key was missing, action: A second key, due: 2027-06-01}
`,
  *check(facts) {
    for (const { element = '', detail, last, dueOn, at } of late(facts, 'exercise-finding')) {
      yield {
        message: `${element} of ${last} has shown "${detail}": ${dueOn === undefined ? 'no day is set until which it is mended' : `to be mended by ${dueOn}, still open`}`,
        label: 'open',
        hint: 'mend it and write done: DATE; or set action and due',
        location: at,
        element,
      };
    }
  },
};
