import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupEncryptionUnverified: Rule = {
  id: 'backup-encryption-unverified',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Of every encrypted backup somebody has verified that it is encrypted.',
  why: 'The option was set; the version that was installed ignores it.',
  source: 'ISO 27002 backup workflow, task 6: check if encryption protocols are appropriately configured',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], encryption: {method: aes-256}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], encryption: {method: aes-256, verified: 2026-05-01}}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'is said to be encrypted, but nobody has verified it',
      many: 'are said to be encrypted, but nobody has verified it',
      hint: 'look at a copy without the key, then add verified: DATE to encryption',
    };
    yield* missing(
      backupCoverage.backups,
      lack,
      (b) => (b.data.encryption?.method ?? 'none') !== 'none' && b.data.encryption?.verified === undefined,
    );
  },
};
