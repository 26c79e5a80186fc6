import { isFailed, openTests } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestFailedOpen: Rule = {
  id: 'restore-test-failed-open',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'A restore test that failed was mended, or repeated with success.',
  why: 'It is written down that it does not work, and that is where it ended.',
  source:
    'M 6.41: exercises for data reconstruction; ISO 27002 backup workflow, task 9: verify that backups are complete and usable',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - {date: 2026-09-02, usable: false, finding: The key does not fit} # <--
  weekly:
    covers: [shop]
    restoreTests:
      - {date: 2026-09-02, usable: true, complete: true, finding: The manual is wrong} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - {date: 2026-09-02, usable: false, finding: The key does not fit}
      - {date: 2026-09-04, usable: true, complete: true}
  weekly:
    covers: [shop]
    restoreTests:
      - {date: 2026-09-02, usable: true, complete: true, finding: The manual is wrong, resolved: 2026-09-05}
`,
  *check({ backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      for (const { index, test } of openTests(backup)) {
        const failed = isFailed(test);
        yield {
          severity: failed ? 'error' : 'warning',
          message: `the restore test of ${backup.id} on ${test.date} ${failed ? 'failed' : 'has an open finding'}${test.finding === undefined ? '' : `: ${test.finding}`}`,
          hint: 'mend the cause and write the day as resolved, or repeat the test and record it',
          location: fieldOf(backup, 'restoreTests', index),
          element: backup.id,
        };
      }
    }
  },
};
