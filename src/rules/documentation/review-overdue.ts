import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'The plan, its procedures and its backup concept were reviewed within their interval; without one, within a year.',
  why: 'The plan knows a system that was switched off two years ago, and not the one that replaced it.',
  source: 'M 6.96: all procedure descriptions must be regularly checked; M 6.138; NIS2 4.1.4: reviewed and updated',
  bad: `
drplan: 1
plan:
  name: Office
  review: {every: 1y, last: 2024-10-05} # <--
procedures:
  start:
    title: Start a server
    lastVerified: 2023-02-01 # <--
    steps: [{do: Switch it on}]
`,
  good: `
drplan: 1
plan:
  name: Office
  review: {every: 1y, last: 2026-10-05}
procedures:
  start:
    title: Start a server
    lastVerified: 2026-02-01
    steps: [{do: Switch it on}]
`,
  *check(facts) {
    for (const { last, every, at } of late(facts, 'plan-review')) {
      yield {
        message:
          last === undefined
            ? 'it is not said when the plan was last reviewed'
            : `the plan was last reviewed on ${last}, more than ${every?.text} ago`,
        hint: 'go through it with those who answer for its parts, then write review: {every: 1y, last: DATE, by: ROLE}',
        location: at,
      };
    }
    for (const { last, every, at } of late(facts, 'backup-concept-review')) {
      yield {
        message: `the backup concept was last reviewed on ${last}, more than ${every?.text} ago`,
        hint: 'compare it with what is saved today, then write the day as reviewed',
        location: at,
      };
    }
    for (const { element = '', last, every, at } of late(facts, 'procedure-review')) {
      yield {
        message: `${element} was last tried or read by a second person on ${last}, more than ${every?.text} ago`,
        label: 'long ago',
        hint: 'try it, mend it, then write the day as lastVerified',
        location: at,
        element,
      };
    }
  },
};
