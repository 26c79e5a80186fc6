import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupMetricsMissing: Rule = {
  id: 'backup-metrics-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Durations, results and restore times of every backup that ran are recorded.',
  why: 'Whether it gets slower, less reliable or too slow to restore is seen by nobody.',
  source: 'ISO 27002 backup workflow, task 14: completion times, success rates and restoration times',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: # <--
    covers: [shop]
    restoreTests: [{date: 2026-06-01, usable: true}]
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    restoreTests: [{date: 2026-06-01, usable: true, took: 50m}]
`,
  evidence: {
    bad: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "result": "ok"}
`,
    good: `
{"backup": "nightly", "started": "2026-11-22T22:00:00Z", "finished": "2026-11-22T23:40:00Z", "result": "ok"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    const openOf = (backup: Element<'backup'>): readonly string[] => {
      const runs = backupHistories.get(backup.id)?.runs ?? [];
      const tests = backup.data.restoreTests ?? [];
      return [
        ...(runs.length > 0 && !runs.some((r) => r.finished !== undefined) ? ['how long its runs take'] : []),
        ...(tests.length > 0 && !tests.some((t) => t.took !== undefined) ? ['how long a restore takes'] : []),
      ];
    };
    const lack = {
      one: '',
      many: 'do not record how long their runs or restores take',
      hint: 'add finished to the runs of the evidence, and took to the restore tests',
    };
    const { backups } = backupCoverage;
    for (const one of missing(backups, lack, (b) => openOf(b).length > 0)) {
      const backup = backups.find((b) => b.id === one.element);
      yield backup ? { ...one, message: `${backup.id} does not record ${openOf(backup).join(', nor ')}` } : one;
    }
  },
};
