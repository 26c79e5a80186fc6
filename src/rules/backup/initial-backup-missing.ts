import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const initialBackupMissing: Rule = {
  id: 'initial-backup-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every backup has succeeded at least once.',
  why: 'Before the first run that worked there is nothing to go back to.',
  source: 'ISO 27002 backup workflow, task 7: perform the initial backup, a solid recovery point',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backups:
  nightly: {covers: [shop]}
  weekly: {covers: [wiki]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]}
`,
  evidence: {
    bad: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
{"backup": "weekly", "started": "2026-11-21T22:00:00Z", "result": "failed", "errorCode": "E-17"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ runs, backupCoverage, backupHistories }) {
    // Without any evidence, backup-evidence-missing says so once.
    if (runs.length === 0) return;
    const lack = {
      one: 'has never succeeded, as far as the evidence goes',
      many: 'have never succeeded, as far as the evidence goes',
      hint: 'make the first backup and look at its result; if it was made, add its run to the evidence',
    };
    yield* missing(backupCoverage.backups, lack, (b) => backupHistories.get(b.id)?.lastGood === undefined);
  },
};
