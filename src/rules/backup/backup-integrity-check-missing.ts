import { late, neverDone } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupIntegrityCheckMissing: Rule = {
  id: 'backup-integrity-check-missing',
  severity: 'warning',
  profiles: ['nis2', 'dora'],
  summary:
    'The integrity of every backup is checked at an interval, and was checked within it; where none is stated, within a month.',
  why: 'The tapes were written every night, and have not been readable since the drive was replaced.',
  source: 'NIS2 implementing regulation 4.2.3: integrity checks of the backups',
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
  *check(facts) {
    const due = late(facts, 'integrity-check');
    const never = neverDone(due);
    const hint = 'read a copy back and compare its checksums, then write integrityCheck: {every: 1mo, last: DATE}';
    const lack = { one: 'was never checked for integrity', many: 'were never checked for integrity', hint };
    yield* missing(facts.backupCoverage.backups, lack, (b) => never.has(b.id));
    for (const { element = '', last, every, at } of due) {
      if (last === undefined) continue;
      yield {
        message: `${element} was last checked for integrity on ${last}, which is more than ${every?.text} ago`,
        hint,
        location: at,
        element,
      };
    }
  },
};
