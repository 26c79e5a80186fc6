import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreInfoOnBackupSystem: Rule = {
  id: 'restore-info-on-backup-system',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'What one must know for a restore can be had without the systems that are restored.',
  why: 'The manual of the backup server is on the backup server.',
  source: 'CON.3.A6: the information needed for a restore is kept apart from the backup system',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, backup-server: {}}
documents: {concept: {forms: [{form: electronic, at: shop}]}}
backups:
  nightly:
    covers: [shop]
    server: backup-server
    document: concept # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, backup-server: {}}
documents: {concept: {forms: [{form: electronic, at: shop}, {form: paper}]}}
backups:
  nightly:
    covers: [shop]
    server: backup-server
    document: concept
`,
  *check({ backupCoverage, restoreMeans }) {
    for (const backup of backupCoverage.backups) {
      const { instructionsOnlyOn } = restoreMeans(backup);
      if (instructionsOnlyOn.length === 0) continue;
      yield {
        message: `${backup.data.document}, which describes ${backup.id}, is only on ${listed(instructionsOnlyOn)}, which is down when ${backup.id} is needed`,
        hint: 'print it, and add the paper to its forms',
        location: fieldOf(backup, 'document'),
        element: backup.id,
      };
    }
  },
};
