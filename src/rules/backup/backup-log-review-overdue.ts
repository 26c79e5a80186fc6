import type { Element } from '../../model/model.ts';
import { isOverdue } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
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
  *check({ model, backupCoverage, today }) {
    const due = ({ data }: Element<'backup'>) => {
      const every = data.logReview?.every ?? model.policy.backup?.logReview;
      return every && isOverdue(data.logReview?.last, every, today) ? { every, last: data.logReview?.last } : undefined;
    };
    const lack = {
      one: 'was never reviewed for what its logs say',
      many: 'were never reviewed for what its logs say',
      hint: 'read the logs for failures, error codes and trends, then write the day as last',
    };
    yield* missing(backupCoverage.backups, lack, (b) => due(b) !== undefined && due(b)?.last === undefined);
    for (const backup of backupCoverage.backups) {
      const { every, last } = due(backup) ?? {};
      if (last === undefined) continue;
      yield {
        message: `${backup.id} was last reviewed for what its logs say on ${last}, which is more than ${every?.text} ago`,
        hint: 'read the logs for failures, error codes and trends, then write the day as last',
        location: fieldOf(backup, 'logReview', 'last'),
        element: backup.id,
      };
    }
  },
};
