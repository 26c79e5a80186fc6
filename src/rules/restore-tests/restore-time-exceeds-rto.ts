import { newestTest } from '../../analysis/index.ts';
import { inTime } from '../due.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const restoreTimeExceedsRto: Rule = {
  id: 'restore-time-exceeds-rto',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'A restore that was tried took no longer than the RTO of what was restored.',
  why: 'The promise is four hours; the test took nine, and everybody was content that it worked.',
  source: 'ISO 27002 backup workflow, task 14: restoration times; M 6.41',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {recovery: {rto: 4h}}, wiki: {recovery: {rto: 3d}}}
backups:
  nightly:
    covers: [shop, wiki]
    restoreTests:
      - {date: 2026-09-02, of: [shop], took: 9h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {recovery: {rto: 4h}}, wiki: {recovery: {rto: 3d}}}
backups:
  nightly:
    covers: [shop, wiki]
    restoreTests:
      - {date: 2026-09-02, of: [wiki], took: 9h}
      - {date: 2026-09-03, took: 9h}
`,
  *check({ model, backupCoverage, timeObjectives }) {
    const rtoOf = (id: string): number | undefined => timeObjectives.rto.effective(model.node(id)?.index ?? -1);
    for (const backup of backupCoverage.backups) {
      const { index, test } = newestTest(backup) ?? {};
      const { took, of } = test ?? {};
      if (index === undefined || took === undefined) continue;
      const rtos = (of ?? backup.data.covers).flatMap((id) => {
        const minutes = rtoOf(id);
        return minutes === undefined ? [] : [{ id, minutes }];
      });
      const late = rtos.filter(({ minutes }) => took > minutes);
      const [first] = late.sort((a, b) => a.minutes - b.minutes);
      // Where the test does not say what was restored, it proves something only if it is too slow for all of it.
      if (!first || (of === undefined && late.length < rtos.length)) continue;
      yield {
        message: `the restore of ${backup.id} on ${test?.date} took ${inTime(took)}; ${first.id} must be back within ${inTime(first.minutes)}`,
        hint: 'make the restore faster, keep a standby, or decide on a longer RTO',
        location: fieldOf(backup, 'restoreTests', index),
        element: backup.id,
        elements: late.map(({ id }) => id),
      };
    }
  },
};
