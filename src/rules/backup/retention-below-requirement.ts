import { minutesOf } from '../../analysis/index.ts';
import type { Period } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

type Retention = Element<'backup'>['data']['retention'];

const isShorter = (kept: Retention, than: Period): boolean =>
  kept !== undefined && kept !== 'indefinite' && minutesOf(kept) < minutesOf(than);
const textOf = (kept: Retention): string => (typeof kept === 'object' ? kept.text : String(kept));

export const retentionBelowRequirement: Rule = {
  id: 'retention-below-requirement',
  severity: 'error',
  profiles: ['grundschutz', 'dora'],
  summary: 'Backups are kept as long as the data they must keep, and no shorter than the policy says.',
  why: 'The tax inspector asks for the year before last; the backups reach back to March.',
  source: 'ISO 27002 backup workflow, task 3: retention aligned with business needs and compliance requirements',
  bad: `
drplan: 1
plan: {name: Office}
policy: {backup: {generations: 7}}
data: {ledger: {class: financial, retention: {minimum: 10y, law: Fiscal code}}}
backups:
  nightly:
    covers: [ledger]
    generations: 3 # <--
    retention: 90d # <--
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {backup: {generations: 7}}
data: {ledger: {class: financial, retention: {minimum: 10y, law: Fiscal code, keptIn: archive}}}
backups:
  nightly:
    covers: [ledger]
    generations: 14
    retention: 90d
`,
  *check({ model, backupCoverage }) {
    const { generations, retention } = model.policy.backup ?? {};
    for (const backup of backupCoverage.backups) {
      const { data } = backup;
      if (generations !== undefined && data.generations !== undefined && data.generations < generations) {
        yield {
          message: `${backup.id} keeps ${data.generations} generations; the policy asks for ${generations}`,
          hint: 'keep more of them',
          location: fieldOf(backup, 'generations'),
          element: backup.id,
        };
      }
      if (retention && isShorter(data.retention, retention)) {
        yield {
          message: `${backup.id} keeps a version for ${textOf(data.retention)}; the policy asks for ${retention.text}`,
          hint: 'keep it longer',
          location: fieldOf(backup, 'retention'),
          element: backup.id,
        };
      }
    }
    for (const data of model.of('data')) {
      const { minimum, law, keptIn } = data.data.retention ?? {};
      const kept = backupCoverage.backupsOf(data.id).filter((b) => b.data.retention !== undefined);
      if (!minimum || keptIn === 'operation' || keptIn === 'archive') continue;
      // The longest of its backups keeps it; where one does, the others may be short.
      if (kept.length === 0 || kept.some((b) => !isShorter(b.data.retention, minimum))) continue;
      const [backup] = kept as [Element<'backup'>];
      yield {
        message: `${data.id} must be kept for ${minimum.text}${law ? ` (${law})` : ''}; ${backup.id} keeps it for ${textOf(backup.data.retention)}`,
        hint: `keep the backup longer, or say what keeps ${data.id} so long: retention: {keptIn: operation} or archive`,
        location: fieldOf(backup, 'retention'),
        element: data.id,
      };
    }
  },
};
