import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupRunFindingsOpen: Rule = {
  id: 'backup-run-findings-open',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'What was noticed at a run was looked into.',
  why: 'The note said that one share was skipped; it was the one with the contracts.',
  source: 'ISO 27002 backup workflow, task 7: any errors or unexpected delays; document any issues or lessons learned',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], every: 24h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], every: 24h}
`,
  evidence: {
    bad: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "result": "ok", "finding": "One share was skipped"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "result": "ok", "finding": "One share was skipped", "resolved": "2026-11-23"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { openFindings = [] } = backupHistories.get(backup.id) ?? {};
      const newest = openFindings.at(-1);
      if (!newest) continue;
      yield {
        message: `${backup.id} has ${openFindings.length === 1 ? 'an open finding' : `${openFindings.length} open findings`}, the newest of ${newest.started}: ${newest.finding}`,
        hint: 'look into it, then say resolved: DATE in the evidence',
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
