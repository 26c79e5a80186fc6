import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupScheduleUntested: Rule = {
  id: 'backup-schedule-untested',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The schedule of every backup that runs by itself was tried.',
  why: 'It was set up in April and has never run once: the account behind it may not log in at night.',
  source: 'ISO 27002 backup workflow, task 5: it is essential to test these schedules',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], automated: true, every: 24h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], automated: true, every: 24h, scheduleTested: 2026-05-01}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'has a schedule that nobody has tried',
      many: 'have a schedule that nobody has tried',
      hint: 'watch one run come by itself, then add scheduleTested: DATE',
    };
    yield* missing(
      backupCoverage.backups,
      lack,
      (b) => b.data.automated === true && b.data.scheduleTested === undefined,
    );
  },
};
