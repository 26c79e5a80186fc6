import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupDurationMissing: Rule = {
  id: 'backup-duration-missing',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'It is known how long a run of every backup takes.',
  why: 'Whoever does not know that it takes nine hours starts it at two.',
  source: 'ISO 27002 backup workflow, task 7: this may take time, so prepare for it',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], duration: 3h}
`,
  *check({ backupCoverage, backupHistories }) {
    const lack = {
      one: 'does not say how long a run takes',
      many: 'do not say how long a run takes',
      hint: 'add duration: 3h, or the runs with their end to the evidence',
    };
    yield* missing(
      backupCoverage.backups,
      lack,
      (b) => b.data.duration === undefined && !backupHistories.get(b.id)?.runs.some((r) => r.finished !== undefined),
    );
  },
};
