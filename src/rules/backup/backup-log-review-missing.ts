import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupLogReviewMissing: Rule = {
  id: 'backup-log-review-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The logs of every backup are reviewed at a stated interval.',
  why: 'An alarm tells that a run failed; only the log tells that it saves less every week.',
  source: 'ISO 27002 backup workflow, task 8 and 11: a routine check habit, a routine review cycle',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], logReview: {every: 1w, last: 2026-11-20}}
`,
  *check({ model, backupCoverage }) {
    const lack = {
      one: 'has no interval for the review of its logs',
      many: 'have no interval for the review of their logs',
      hint: 'add logReview: {every: 1w, last: DATE}, or policy: {backup: {logReview: 1w}}',
    };
    yield* missing(
      backupCoverage.backups,
      lack,
      (b) => b.data.logReview?.every === undefined && model.policy.backup?.logReview === undefined,
    );
  },
};
