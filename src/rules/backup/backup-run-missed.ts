import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupRunMissed: Rule = {
  id: 'backup-run-missed',
  alsoKnownAs: ['voip-backup-overdue'],
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every backup ran when it should have, by the evidence.',
  why: 'Nothing failed, since nothing ran: no error, no mail, no backup.',
  source: 'ISO 27002 backup workflow, task 11: all backups occurred as scheduled; M 6.101: backed up regularly',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backups:
  nightly: {covers: [shop], every: 24h} # <--
  holes: {covers: [wiki], every: 24h} # <--
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
{"backup": "nightly", "started": "2026-11-20T22:00:00Z", "result": "ok"}
{"backup": "holes", "started": "2026-11-19T22:00:00Z", "result": "ok"}
{"backup": "holes", "started": "2026-11-22T22:00:00Z", "result": "ok"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { overdueMinutes, gaps = [], runs = [] } = backupHistories.get(backup.id) ?? {};
      const every = backup.data.every?.text;
      if (overdueMinutes !== undefined) {
        yield {
          message: `${backup.id} should run every ${every}, but did not since ${runs.at(-1)?.started}`,
          hint: 'look whether its scheduler runs; if it did run, add the runs to the evidence',
          location: keyOf(backup),
          element: backup.id,
        };
      }
      const lost = gaps.reduce((sum, gap) => sum + gap.runs, 0);
      const last = gaps.at(-1);
      if (!last) continue;
      yield {
        // What is past cannot be made up for; that it happened is worth knowing.
        severity: 'warning',
        message: `${backup.id} should run every ${every}, but ${lost === 1 ? 'one run is' : `${lost} runs are`} missing, the last between ${last.after} and ${last.before}`,
        hint: 'find out why; if they did run, add them to the evidence',
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
