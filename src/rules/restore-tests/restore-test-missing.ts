import { newestTest } from '../../analysis/index.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestMissing: Rule = {
  id: 'restore-test-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'The restore of what must not be missing for long was tried, and it is recorded whether the data was complete and usable.',
  why: 'A backup that was never restored is a hope.',
  source:
    'ISO 27002 backup workflow, task 9: not only complete but also usable; M 6.41: exercises for data reconstruction',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
  weekly:
    covers: [shop]
    restoreTests:
      - {date: 2026-10-01, usable: true} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], restoreTests: [{date: 2026-10-01, usable: true, complete: true}]}
`,
  *check({ backupCoverage }) {
    const pressing = backupCoverage.backups.filter(backupCoverage.isPressing);
    const lack = {
      one: 'was never restored on trial',
      many: 'were never restored on trial',
      hint: 'restore to another place, then add restoreTests: [{date: DATE, scope: complete, usable: true, complete: true, took: 1h}]',
    };
    yield* missing(pressing, lack, (b) => newestTest(b) === undefined);
    for (const backup of pressing) {
      const { index, test } = newestTest(backup) ?? {};
      if (index === undefined || (test?.usable !== undefined && test.complete !== undefined)) continue;
      const open = [test?.complete === undefined ? 'complete' : '', test?.usable === undefined ? 'usable' : ''];
      yield {
        severity: 'warning',
        message: `the restore test of ${backup.id} on ${test?.date} does not say whether the data was ${open.filter(Boolean).join(' and ')}`,
        hint: 'add complete: true and usable: true, or false with the finding',
        location: fieldOf(backup, 'restoreTests', index),
        element: backup.id,
      };
    }
  },
};
