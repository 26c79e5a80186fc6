import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupErrorUnresolved: Rule = {
  id: 'backup-error-unresolved',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The newest runs of every backup succeeded, or somebody has seen to the error.',
  why: 'It has failed since Tuesday; the mail about it goes to somebody who has left.',
  source: 'ISO 27002 backup workflow, task 8: errors should not be ignored',
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
{"backup": "nightly", "started": "2026-11-21T22:00:00Z", "finished": "2026-11-21T23:40:00Z", "result": "ok"}
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "result": "failed", "errorCode": "0x2A"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-21T22:00:00Z", "result": "failed", "errorCode": "0x2A"}
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { openErrors = [] } = backupHistories.get(backup.id) ?? {};
      const newest = openErrors.at(-1);
      if (!newest) continue;
      yield {
        message: `${backup.id} has not succeeded since ${backupHistories.get(backup.id)?.lastGood?.started ?? 'the beginning of the evidence'}: ${openErrors.length === 1 ? 'one run' : `${openErrors.length} runs`} failed or ended early, the last one ${newest.started}${newest.errorCode === undefined ? '' : ` (${newest.errorCode})`}`,
        hint: 'mend the cause and run it again; if the failure is understood and borne, say resolved: DATE in the evidence',
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
