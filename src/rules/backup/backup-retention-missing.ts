import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupRetentionMissing: Rule = {
  id: 'backup-retention-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every backup says how long a version is kept.',
  why: 'The damage was done three weeks ago; the oldest version is of last Monday.',
  source: 'ISO 27002 backup workflow, task 3: for how long you need to keep those backups',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], every: 24h, generations: 7} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], every: 24h, retention: 90d}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'does not say how long a version is kept',
      many: 'do not say how long a version is kept',
      hint: 'add retention: 90d (or indefinite)',
    };
    yield* missing(backupCoverage.backups, lack, (b) => b.data.retention === undefined);
  },
};
