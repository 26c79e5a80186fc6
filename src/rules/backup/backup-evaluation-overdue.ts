import type { Period } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { isOverdue } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const yearly: Period = { months: 12, minutes: 0, text: '1y' };

export const backupEvaluationOverdue: Rule = {
  id: 'backup-evaluation-overdue',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The performance of every backup was evaluated within its interval; where none is stated, within a year.',
  why: 'The nightly run takes an hour longer every year, until it meets the morning.',
  source: 'ISO 27002 backup workflow, task 14: regular evaluations should be scheduled',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
  weekly:
    covers: [shop]
    evaluation: {every: 6mo, last: 2026-01-15} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], evaluation: {last: 2026-05-20}}
`,
  *check({ backupCoverage, today }) {
    const due = ({ data }: Element<'backup'>) => {
      const every = data.evaluation?.every ?? yearly;
      return every && isOverdue(data.evaluation?.last, every, today)
        ? { every, last: data.evaluation?.last }
        : undefined;
    };
    const lack = {
      one: 'was never evaluated',
      many: 'were never evaluated',
      hint: 'compare durations, success rates and restore times with what was planned, then write evaluation: {last: DATE}',
    };
    yield* missing(backupCoverage.backups, lack, (b) => due(b) !== undefined && due(b)?.last === undefined);
    for (const backup of backupCoverage.backups) {
      const { every, last } = due(backup) ?? {};
      if (last === undefined) continue;
      yield {
        message: `${backup.id} was last evaluated on ${last}, which is more than ${every?.text} ago`,
        hint: 'compare durations, success rates and restore times with what was planned, then write evaluation: {last: DATE}',
        location: fieldOf(backup, 'evaluation', 'last'),
        element: backup.id,
      };
    }
  },
};
