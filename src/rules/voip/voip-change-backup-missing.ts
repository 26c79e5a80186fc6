import { fieldOf, keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const voipChangeBackupMissing: Rule = {
  id: 'voip-change-backup-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Settings of telephony are saved before and after each change.',
  why: 'The backup of the night holds neither what worked in the morning nor what was typed at noon.',
  source: 'M 6.101: before and after each change of the configuration it must be backed up',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}, gateway: {type: gateway}}
backups:
  pbx-settings: {covers: [pbx], every: 7d} # <--
  gateway-settings:
    covers: [gateway]
    beforeAndAfterChange: true
    changes:
      - {date: 2026-04-02, before: true, after: true}
      - {date: 2026-05-12, before: true} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings:
    covers: [pbx]
    every: 7d
    beforeAndAfterChange: true
    changes: [{date: 2026-05-12, before: true, after: true}]
`,
  *check({ voipDevices }) {
    for (const backup of new Set(voipDevices.flatMap((v) => v.backups))) {
      if (backup.data.beforeAndAfterChange !== true) {
        yield {
          message: `${backup.id} is not made before and after each change of the telephony it saves`,
          hint: 'lay it down, then write beforeAndAfterChange: true',
          location: keyOf(backup),
          element: backup.id,
        };
      }
      for (const [i, change] of (backup.data.changes ?? []).entries()) {
        // Of releases voip-release-change-pair-missing speaks.
        const lacking = (['before', 'after'] as const).filter((when) => change[when] !== true);
        if (change.release || lacking.length === 0) continue;
        yield {
          message: `the change of ${change.date ?? 'an unknown day'} was not saved ${lacking.join(' and not ')} it by ${backup.id}`,
          label: `not saved ${lacking.join(', ')}`,
          hint: 'save the settings as they are now; write true where it was done',
          location: fieldOf(backup, 'changes', i),
          element: backup.id,
        };
      }
    }
  },
};
