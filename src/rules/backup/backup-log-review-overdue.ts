import { late, neverDone } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupLogReviewOverdue: Rule = {
  id: 'backup-log-review-overdue',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The logs of every backup were reviewed within their interval.',
  why: 'The trend was there to see for half a year.',
  source: 'ISO 27002 backup workflow, task 11: establish a routine review cycle',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    logReview: {every: 1w, last: 2026-10-01} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    logReview: {every: 1w, last: 2026-11-20}
`,
  *check(facts) {
    const due = late(facts, 'log-review');
    const never = neverDone(due);
    const hint = 'read the logs for failures, error codes and trends, then write the day as last';
    const lack = {
      one: 'was never reviewed for what its logs say',
      many: 'were never reviewed for what its logs say',
      hint,
    };
    yield* missing(facts.backupCoverage.backups, lack, (b) => never.has(b.id));
    for (const { element = '', last, every, at } of due) {
      if (last === undefined) continue;
      yield {
        message: `${element} was last reviewed for what its logs say on ${last}, which is more than ${every?.text} ago`,
        hint,
        location: at,
        element,
      };
    }
  },
};
