import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestSelfApproved: Rule = {
  id: 'restore-test-self-approved',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Nobody approves his own restore test.',
  why: 'Whoever has restored it for six hours sees that it works.',
  source: 'ISO 27002 backup workflow, task 10: the data restoration is submitted for approval',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
people: {anna: {}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - date: 2026-09-02
        by: anna
        approvedBy: anna # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
people: {anna: {}, ben: {}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - date: 2026-09-02
        by: anna
        approvedBy: ben
`,
  *check({ backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      for (const [i, { by, approvedBy, date }] of (backup.data.restoreTests ?? []).entries()) {
        if (by === undefined || by !== approvedBy) continue;
        yield {
          message: `${by} has made and approved the restore test of ${backup.id} on ${date}`,
          hint: 'let somebody else look at what was restored',
          location: fieldOf(backup, 'restoreTests', i, 'approvedBy'),
          element: backup.id,
        };
      }
    }
  },
};
