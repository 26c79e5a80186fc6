import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupEvidenceMissing: Rule = {
  id: 'backup-evidence-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Runs of the backups lie beside the plan as evidence.',
  why: 'The plan says what should run every night; only the runs say what did.',
  source:
    'ISO 27002 backup workflow, task 8 and 11: backup jobs are watched, their logs reviewed; M 6.101: backed up regularly',
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
    good: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ runs, backupCoverage }) {
    const [first] = backupCoverage.backups;
    if (!first || runs.length > 0) return;
    const { length } = backupCoverage.backups;
    yield {
      message: `nothing shows that ${length === 1 ? 'the backup has' : `the ${length} backups have`} ever run`,
      hint: 'put the runs beside the plan, in evidence/*.jsonl: {"backup": ID, "started": TIME, "result": "ok"}',
      location: keyOf(first),
      elements: backupCoverage.backups.map((b) => b.id),
    };
  },
};
