import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

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
  *check(facts) {
    // What must not be missing for long is judged by restore-test-missing and restore-test-overdue.
    for (const { element = '', last, every, at } of late(facts, 'telephony-restore')) {
      yield {
        message:
          last === undefined
            ? `restoring telephony from ${element} was never practised`
            : `restoring telephony from ${element} was last practised on ${last}, more than ${every?.text} ago`,
        hint: 'load it into a spare device, then add a record to restoreTests, or to an exercise of it',
        location: at,
        element,
      };
    }
  },
};
