import { minutesOf } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const retentionConflict: Rule = {
  id: 'retention-conflict',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'No backup keeps data longer than it may be kept, and no demand on data contradicts another.',
  why: 'The application has deleted the applicant; eleven tapes have not.',
  source: 'ISO 27002 backup workflow, task 3: conflicts between data retention laws and operational demands',
  bad: `
drplan: 1
plan: {name: Office}
data:
  applicants:
    class: personal
    retention: {maximum: 6mo}
  ledger:
    retention: {minimum: 10y, maximum: 6y} # <--
backups:
  nightly:
    covers: [applicants]
    retention: 1y # <--
`,
  good: `
drplan: 1
plan: {name: Office}
data:
  applicants:
    class: personal
    retention: {maximum: 6mo}
backups:
  nightly:
    covers: [applicants]
    retention: 90d
`,
  *check({ model, backupCoverage }) {
    for (const data of model.of('data')) {
      const { minimum, maximum } = data.data.retention ?? {};
      if (!maximum) continue;
      if (minimum && minutesOf(minimum) > minutesOf(maximum)) {
        yield {
          message: `${data.id} must be kept for ${minimum.text} and deleted after ${maximum.text}`,
          hint: 'ask who answers for the data which of the two holds',
          location: fieldOf(data, 'retention'),
          element: data.id,
        };
      }
      for (const backup of backupCoverage.backupsOf(data.id)) {
        const { retention } = backup.data;
        if (retention === undefined) continue;
        if (retention !== 'indefinite' && minutesOf(retention) <= minutesOf(maximum)) continue;
        const long = retention === 'indefinite' ? 'for ever' : `for ${retention.text}`;
        yield {
          message: `${data.id} must be deleted after ${maximum.text}; ${backup.id} keeps it ${long}`,
          hint: `keep ${backup.id} shorter, or save ${data.id} in a backup of its own`,
          location: fieldOf(backup, 'retention'),
          element: data.id,
        };
      }
    }
  },
};
