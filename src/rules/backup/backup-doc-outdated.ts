import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupDocOutdated: Rule = {
  id: 'backup-doc-outdated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The document of a backup is newer than what was last found out about it.',
  why: 'The workaround of the last restore is in the head of the one who found it.',
  source: 'ISO 27002 backup workflow, task 12: necessary modifications based on findings from previous tasks',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
documents:
  concept: {updated: 2026-03-01}
backups:
  nightly:
    covers: [shop]
    document: concept # <--
    restoreTests: [{date: 2026-06-01, usable: true, finding: The licence must be entered anew, resolved: 2026-06-02}]
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
documents:
  concept: {updated: 2026-06-03}
backups:
  nightly:
    covers: [shop]
    document: concept
    restoreTests: [{date: 2026-06-01, usable: true, finding: The licence must be entered anew, resolved: 2026-06-02}]
`,
  *check({ model, backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { restoreTests = [], evaluation, document } = backup.data;
      const found = [
        ...restoreTests.flatMap((t) => (t.finding === undefined ? [] : [t.date])),
        ...(evaluation?.actions ?? []).flatMap((action) => action.done ?? []),
        ...(backupHistories.get(backup.id)?.runs ?? []).flatMap((r) =>
          r.finding === undefined ? [] : [r.started.slice(0, 10)],
        ),
      ];
      const newest = found.sort().at(-1);
      const paper = model.elements.get(document ?? '') as Element<'document'> | undefined;
      if (newest === undefined || !paper || (paper.data.updated ?? '') >= newest) continue;
      const since =
        paper.data.updated === undefined ? 'and does not say when it was updated' : `of ${paper.data.updated}`;
      yield {
        message: `${paper.id}, which describes ${backup.id}, is older than the finding of ${newest} ${since}`,
        hint: 'write what was found into the document, then write the day as updated',
        location: fieldOf(backup, 'document'),
        element: backup.id,
      };
    }
  },
};
