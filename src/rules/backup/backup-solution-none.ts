import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupSolutionNone: Rule = {
  id: 'backup-solution-none',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'There is a backup, and none of the backups is one in name only.',
  why: 'A line in the plan that says "none" calms auditors, not a broken disk.',
  source: 'ISO 27002 backup workflow, task 2: assess current backup solutions; "no solution" is one of the answers',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    solution: none # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    solution: on-premises
`,
  *check({ model, backupCoverage }) {
    for (const backup of model.of('backup')) {
      if (backup.data.solution !== 'none') continue;
      yield {
        message: `${backup.id} has no solution: what it covers is not saved (${listed(backup.data.covers)})`,
        hint: 'set up a backup and say which: solution: on-premises, cloud, hybrid or manual',
        location: fieldOf(backup, 'solution'),
        element: backup.id,
      };
    }
    const { worthSaving } = backupCoverage;
    if (model.of('backup').length > 0 || worthSaving.length === 0 || !model.planAt) return;
    yield {
      // Silence is no "none": a fresh inventory does not know yet.
      severity: 'warning',
      message: `the plan names no backups; lost with their disks: ${listed(worthSaving.map((node) => node.id))}`,
      hint: 'add backups: {nightly: {covers: [...], every: 24h, target: ...}}',
      location: { ...model.planAt, onKey: true },
      elements: worthSaving.map((node) => node.id),
    };
  },
};
