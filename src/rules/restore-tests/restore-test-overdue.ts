import { late } from '../due.ts';
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
  *check(facts) {
    const { backupCoverage } = facts;
    for (const { element = '', last, every, at } of late(facts, 'restore-test')) {
      const backup = backupCoverage.backups.find((b) => b.id === element);
      // Of what was never restored restore-test-missing speaks.
      if (last === undefined || !backup) continue;
      yield {
        severity: backupCoverage.need(backup, 'availability') === 'normal' ? 'warning' : 'error',
        message: `${element} was last restored on trial on ${last}, which is more than ${every?.text} ago`,
        hint: 'restore to another place and add a record to restoreTests',
        location: at,
        element,
      };
    }
  },
};
