import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupErrorCodeMissing: Rule = {
  id: 'backup-error-code-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Runs that failed are recorded with their error code.',
  why: 'Without the code the supplier asks for it, and it has scrolled away.',
  source: 'ISO 27002 backup workflow, task 11: essential details like specific error codes',
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
{"backup": "nightly", "started": "2026-11-21T22:00:00Z", "result": "failed"}
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-21T22:00:00Z", "result": "failed", "errorCode": "0x2A"}
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { withoutCode = [] } = backupHistories.get(backup.id) ?? {};
      const newest = withoutCode.at(-1);
      if (!newest) continue;
      yield {
        message: `${backup.id} failed ${withoutCode.length === 1 ? 'once' : `${withoutCode.length} times`} without an error code in the evidence, last ${newest.started}`,
        hint: 'take the code from the log of the program: errorCode in the evidence',
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
