import type { Period } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { isOverdue } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const monthly: Period = { months: 1, minutes: 0, text: '1mo' };

export const backupIntegrityCheckMissing: Rule = {
  id: 'backup-integrity-check-missing',
  severity: 'warning',
  profiles: ['nis2', 'dora'],
  summary:
    'The integrity of every backup is checked at an interval, and was checked within it; where none is stated, within a month.',
  why: 'The tapes were written every night, and have not been readable since the drive was replaced.',
  source: 'NIS2 implementing regulation 4.2.2 c and 4.2.3: integrity checks of the backups',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
  weekly:
    covers: [shop]
    integrityCheck: {every: 1w, last: 2026-10-01} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], integrityCheck: {every: 1w, last: 2026-11-20}}
`,
  *check({ backupCoverage, today }) {
    const due = ({ data }: Element<'backup'>) => {
      const every = data.integrityCheck?.every ?? monthly;
      return every && isOverdue(data.integrityCheck?.last, every, today)
        ? { every, last: data.integrityCheck?.last }
        : undefined;
    };
    const lack = {
      one: 'was never checked for integrity',
      many: 'were never checked for integrity',
      hint: 'read a copy back and compare its checksums, then write integrityCheck: {every: 1mo, last: DATE}',
    };
    yield* missing(backupCoverage.backups, lack, (b) => due(b) !== undefined && due(b)?.last === undefined);
    for (const backup of backupCoverage.backups) {
      const { every, last } = due(backup) ?? {};
      if (last === undefined) continue;
      yield {
        message: `${backup.id} was last checked for integrity on ${last}, which is more than ${every?.text} ago`,
        hint: 'read a copy back and compare its checksums, then write integrityCheck: {every: 1mo, last: DATE}',
        location: fieldOf(backup, 'integrityCheck', 'last'),
        element: backup.id,
      };
    }
  },
};
