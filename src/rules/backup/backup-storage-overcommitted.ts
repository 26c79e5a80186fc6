import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const inTerabytes = (bytes: number): string => `${(bytes / 1e12).toFixed(1)} TB`;

export const backupStorageOvercommitted: Rule = {
  id: 'backup-storage-overcommitted',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The backups of a target fit on it.',
  why: 'The medium is full on a Friday night, and the newest version is the one that is missing.',
  source: 'ISO 27002 backup workflow, task 3: without overburdening storage resources',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backupTargets:
  disk:
    capacity: 10TB # <--
backups:
  a: {covers: [shop], target: disk, size: 8TB}
  b: {covers: [wiki], target: disk, size: 4TB}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backupTargets:
  disk:
    capacity: 20TB
backups:
  a: {covers: [shop], target: disk, size: 8TB}
  b: {covers: [wiki], target: disk, size: 4TB}
`,
  *check({ model, backupCoverage }) {
    for (const target of model.of('backupTarget')) {
      const { capacity } = target.data;
      const on = backupCoverage.backups.filter((b) => b.data.target === target.id && b.data.size !== undefined);
      const wanted = on.reduce((sum, b) => sum + (b.data.size ?? 0), 0);
      if (capacity === undefined || wanted <= capacity) continue;
      yield {
        message: `${target.id} holds ${inTerabytes(capacity)}; its backups need ${inTerabytes(wanted)} (${listed(on.map((b) => b.id))})`,
        hint: 'enlarge it, keep fewer versions, or move a backup to another target',
        location: fieldOf(target, 'capacity'),
        element: target.id,
      };
    }
  },
};
