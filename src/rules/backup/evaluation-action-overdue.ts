import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const evaluationActionOverdue: Rule = {
  id: 'evaluation-action-overdue',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'What was decided when a backup was evaluated was done in time.',
  why: 'The same sentence stands in the report of three years.',
  source: 'ISO 27002 backup workflow, task 14: tackle necessary adjustments',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    evaluation:
      last: 2026-05-01
      actions:
        - {text: Buy a second drive, due: 2026-08-01} # <--
        - {text: Ask for a faster line} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    evaluation:
      last: 2026-05-01
      actions:
        - {text: Buy a second drive, due: 2026-08-01, done: 2026-07-20}
`,
  *check(facts) {
    for (const { element = '', detail, dueOn, at } of late(facts, 'evaluation-action')) {
      yield {
        message:
          dueOn === undefined
            ? `"${detail}" is to be done for ${element}, and no day is set until when`
            : `"${detail}" was to be done for ${element} by ${dueOn}`,
        hint: 'do it and write the day as done, or decide on a new day',
        location: at,
        element,
      };
    }
  },
};
