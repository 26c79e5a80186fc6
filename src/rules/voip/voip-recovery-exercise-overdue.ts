import type { Period } from '../../inventory/index.ts';
import { isOverdue } from '../due.ts';
import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const yearly: Period = { months: 12, minutes: 0, text: '1y' };

export const voipRecoveryExerciseOverdue: Rule = {
  id: 'voip-recovery-exercise-overdue',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Bringing back the settings of telephony was practised within the interval for restore tests; else a year.',
  why: 'The file is there and the password of the import is not.',
  source: 'M 6.101: recovery exercises must be carried out regularly (see also M 6.41)',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings: # <--
    covers: [pbx]
    restoreTests: [{date: 2019-04-02, usable: true}]
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings: {covers: [pbx]}
exercises:
  voice:
    of: [pbx-settings]
    records: [{date: 2026-09-02, result: passed}]
`,
  *check({ model, voipDevices, backupCoverage, today }) {
    const every = model.policy.backup?.restoreTest ?? yearly;
    for (const backup of new Set(voipDevices.flatMap((v) => v.backups))) {
      // What must not be missing for long is judged by restore-test-missing and restore-test-overdue.
      if (backupCoverage.isPressing(backup)) continue;
      const rollbacks = voipDevices.filter((v) => v.backups.includes(backup)).flatMap((v) => v.rollbacks);
      const practised = model
        .of('exercise')
        .filter((e) => e.data.of?.some((id) => id === backup.id || rollbacks.includes(id)))
        .flatMap((e) => e.data.records ?? []);
      const last = [...(backup.data.restoreTests ?? []), ...practised]
        .map((r) => r.date)
        .filter((date) => date <= today)
        .sort()
        .at(-1);
      if (!isOverdue(last, every, today)) continue;
      yield {
        message:
          last === undefined
            ? `restoring telephony from ${backup.id} was never practised`
            : `restoring telephony from ${backup.id} was last practised on ${last}, more than ${every.text} ago`,
        hint: 'load it into a spare device, then add a record to restoreTests, or to an exercise of it',
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
