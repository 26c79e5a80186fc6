import { missingWeighed } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupEncryptionMissing: Rule = {
  id: 'backup-encryption-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every backup is encrypted and says how.',
  why: 'A lost tape is a lost company, and a letter to every customer.',
  source: 'ISO 27002 backup workflow, task 6: verifying backup encryption methods; "none" is one of the answers',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {protection: {confidentiality: {need: high, reason: Card data}}}}
backups:
  nightly: {covers: [shop], encryption: {method: none}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {protection: {confidentiality: {need: high, reason: Card data}}}}
backups:
  nightly: {covers: [shop], encryption: {method: aes-256}}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'is not encrypted, or does not say how',
      many: 'are not encrypted, or do not say how',
      hint: 'switch encryption on, then add encryption: {method: aes-256, verified: DATE, keyHeldBy: [...]}',
    };
    yield* missingWeighed(
      backupCoverage.backups,
      lack,
      (b) => (b.data.encryption?.method ?? 'none') === 'none',
      (b) => backupCoverage.need(b, 'confidentiality') !== 'normal',
    );
  },
};
