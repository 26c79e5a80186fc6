import { newestTest } from '../../analysis/index.ts';
import { isOverdue, yearly } from '../due.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestOverdue: Rule = {
  id: 'restore-test-overdue',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'The restore of what must not be missing for long was tried within the interval of the policy; without one, within a year.',
  why: 'It worked with the old version, the old disks and the old administrator.',
  source: 'ISO 27002 backup workflow, task 9: establish a regular testing schedule; M 6.41',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
policy: {backup: {restoreTest: 6mo}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - {date: 2025-10-01, usable: true, complete: true} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
policy: {backup: {restoreTest: 6mo}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - {date: 2026-10-01, usable: true, complete: true}
`,
  *check({ model, backupCoverage, today }) {
    const every = model.policy.backup?.restoreTest ?? yearly;
    for (const backup of backupCoverage.backups.filter(backupCoverage.isPressing)) {
      const { index, test } = newestTest(backup) ?? {};
      if (index === undefined || !isOverdue(test?.date, every, today)) continue;
      yield {
        severity: backupCoverage.need(backup, 'availability') === 'normal' ? 'warning' : 'error',
        message: `${backup.id} was last restored on trial on ${test?.date}, which is more than ${every.text} ago`,
        hint: 'restore to another place and add a record to restoreTests',
        location: fieldOf(backup, 'restoreTests', index),
        element: backup.id,
      };
    }
  },
};
