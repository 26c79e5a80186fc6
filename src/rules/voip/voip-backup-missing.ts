import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipBackupMissing: Rule = {
  id: 'voip-backup-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The settings of every telephony device are in a backup.',
  why: 'A new gateway is there within an hour; which number rings where takes weeks to find out again.',
  source: 'M 6.101: backups of all important configuration files must be made on a regular basis',
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
  pbx: {type: call-server}
backups:
  pbx-settings: {covers: [pbx], method: configuration, every: 7d}
`,
  *check({ voipDevices }) {
    const unsaved = new Set<Element>(voipDevices.filter((v) => v.backups.length === 0).map((v) => v.device));
    const lack = {
      one: 'has settings that no backup saves',
      many: 'have settings that no backup saves',
      hint: 'add a backup of method configuration that covers it; recovery: {stateless: true} if it keeps no settings',
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      (device) => unsaved.has(device),
    );
  },
};
