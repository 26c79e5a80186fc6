import { newestTest } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTestAfterChangeMissing: Rule = {
  id: 'restore-test-after-change-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'After a change of what is saved, or of the machine that saves it, the restore was tried again.',
  why: 'The new release writes the old format without complaint, and reads it no more.',
  source: 'M 6.41: after changes the reconstruction is exercised again; M 6.101: recovery exercises',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    changes:
      - {date: 2026-09-01, before: true, after: true} # <--
    restoreTests: [{date: 2026-08-01, usable: true, complete: true}]
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    changes:
      - {date: 2026-09-01, before: true, after: true}
    restoreTests: [{date: 2026-09-02, usable: true, complete: true}]
`,
  *check({ model, backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      const tested = newestTest(backup)?.test.date;
      // What was never tried is the matter of restore-test-missing.
      if (tested === undefined) continue;
      const { changes = [], server } = backup.data;
      const change = changes.findLastIndex((c) => c.date !== undefined && c.date > tested);
      const machine = model.elements.get(server ?? '') as { data: { lastChanged?: string } } | undefined;
      const date = changes[change]?.date;
      const moved = machine?.data.lastChanged;
      if (date === undefined && (moved === undefined || moved <= tested)) continue;
      yield {
        message:
          date === undefined
            ? `${server} was changed on ${moved}; ${backup.id}, which it makes, was last restored on trial on ${tested}`
            : `${backup.id} was last restored on trial on ${tested}, before the change of ${date}`,
        hint: 'restore to another place and add a record to restoreTests',
        location: date === undefined ? fieldOf(backup, 'server') : fieldOf(backup, 'changes', change),
        element: backup.id,
      };
    }
  },
};
