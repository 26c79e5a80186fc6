import { late, neverDone } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

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
  *check(facts) {
    const due = late(facts, 'evaluation');
    const never = neverDone(due);
    const hint =
      'compare durations, success rates and restore times with what was planned, then write evaluation: {last: DATE}';
    const lack = { one: 'was never evaluated', many: 'were never evaluated', hint };
    yield* missing(facts.backupCoverage.backups, lack, (b) => never.has(b.id));
    for (const { element = '', last, every, at } of due) {
      if (last === undefined) continue;
      yield {
        message: `${element} was last evaluated on ${last}, which is more than ${every?.text} ago`,
        hint,
        location: at,
        element,
      };
    }
  },
};
