import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupCoverageGap: Rule = {
  id: 'backup-coverage-gap',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Every server, every virtual machine and all data are in a backup, or have nothing to save.',
  why: 'What is missing in the backup is found out on the day it is restored.',
  source: 'ISO 27002 backup workflow, task 2: gaps in backup coverage; M 6.96: a backup concept for the server',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {}
  wiki: {} # <--
data:
  prices: {class: operational} # <--
backups: {nightly: {covers: [shop]}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  shop: {}
  wiki: {recovery: {stateless: true}}
data:
  prices: {class: operational, storedOn: [nas]}
storage: {nas: {}}
backups: {nightly: {covers: [shop, nas]}}
`,
  *check({ model, backupCoverage }) {
    // Where there is no backup at all, backup-solution-none says it once.
    if (model.of('backup').length === 0) return;
    const unsaved = new Set(backupCoverage.unsaved);
    const lack = {
      one: 'is in no backup',
      many: 'are in no backup',
      hint: 'add it to covers of a backup, or say recovery: {stateless: true} if a rebuild brings everything back',
    };
    yield* missing(backupCoverage.worthSaving, lack, (node) => unsaved.has(node));
  },
};
