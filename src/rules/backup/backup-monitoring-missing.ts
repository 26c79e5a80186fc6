import { missingWeighed } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupMonitoringMissing: Rule = {
  id: 'backup-monitoring-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Somebody is named who sees that a backup fails.',
  why: 'The backup failed for four months; the light on it was red all the time.',
  source: 'ISO 27002 backup workflow, task 8: keeping an eye on backup jobs and identifying any errors',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers: {shop: {}}
roles: {admin: {count: 1}}
backups:
  nightly: {covers: [shop], monitoredBy: admin}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'does not say who sees that it fails',
      many: 'do not say who sees that they fail',
      hint: 'add monitoredBy: ROLE',
    };
    yield* missingWeighed(
      backupCoverage.backups,
      lack,
      (b) => b.data.monitoredBy === undefined,
      (b) => backupCoverage.need(b, 'availability') !== 'normal',
    );
  },
};
