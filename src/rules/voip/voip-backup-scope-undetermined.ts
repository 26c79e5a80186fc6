import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipBackupScopeUndetermined: Rule = {
  id: 'voip-backup-scope-undetermined',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'It is laid down for every telephony device which of its data are saved.',
  why: 'The backup holds what its maker thought of, which is not what the office notices to be gone.',
  source: 'M 6.101: the extent of the files to be backed up must be determined for the VoIP component used',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server, backupScope: {settings: included, system: included, logs: included, user: included}}
`,
  *check({ voipDevices }) {
    const lack = {
      one: 'does not say which of its data are saved',
      many: 'do not say which of their data are saved',
      hint: 'add backupScope: {settings: included, system: included, logs: {not-applicable: REASON}, user: included}',
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      ({ data, dropped }) => data.backupScope === undefined && !dropped.some(([field]) => field === 'backupScope'),
    );
  },
};
