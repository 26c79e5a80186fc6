import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupFrequencyMissing: Rule = {
  id: 'backup-frequency-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every backup says how often it runs.',
  why: 'Nobody can say how much work is lost at most.',
  source: 'ISO 27002 backup workflow, task 3: how often you should back it up; M 6.101: backed up regularly',
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
  nightly: {covers: [shop], every: 24h}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'does not say how often it runs',
      many: 'do not say how often they run',
      hint: 'add every: 24h',
    };
    yield* missing(backupCoverage.backups, lack, (b) => b.data.every === undefined);
  },
};
