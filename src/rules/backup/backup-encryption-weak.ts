import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

// "none" is the matter of backup-encryption-missing, which weighs it by the need for confidentiality.
const weak: Readonly<Record<string, string>> = {
  blowfish: 'its blocks of 64 bits are too short for the amount of data in a backup',
  rsa: 'it is made to wrap keys, not to encrypt files',
};

export const backupEncryptionWeak: Rule = {
  id: 'backup-encryption-weak',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Backups are encrypted by a method that is still trusted.',
  why: 'Blowfish encrypts in blocks of 64 bits, which is too short for much data; RSA alone is made for keys, not for files.',
  source: 'ISO 27002 backup workflow, task 6: whether they meet industry standards',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    encryption: {method: blowfish} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    encryption: {method: aes-256}
`,
  *check({ backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      const reason = weak[backup.data.encryption?.method ?? ''];
      if (reason === undefined) continue;
      yield {
        message: `${backup.id} is encrypted with ${backup.data.encryption?.method}: ${reason}`,
        hint: 'use aes-256 or chacha20-poly1305; RSA may wrap their key',
        location: fieldOf(backup, 'encryption', 'method'),
        element: backup.id,
      };
    }
  },
};
