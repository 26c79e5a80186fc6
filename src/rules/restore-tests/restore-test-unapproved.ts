import { newestTest } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestUnapproved: Rule = {
  id: 'restore-test-unapproved',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The newest restore test of every backup was approved by somebody.',
  why: 'Whether the restored data was right is for those to say who work with it.',
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
      - {date: 2026-09-02, usable: true, by: anna} # <--
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
      - {date: 2026-09-02, usable: true, by: anna, approvedBy: ben}
`,
  *check({ backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      const { index, test } = newestTest(backup) ?? {};
      if (index === undefined || test?.approvedBy !== undefined) continue;
      yield {
        message: `nobody has approved the restore test of ${backup.id} on ${test?.date}`,
        hint: 'show the result to somebody who knows the data, then add approvedBy: PERSON',
        location: fieldOf(backup, 'restoreTests', index),
        element: backup.id,
      };
    }
  },
};
