import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipBackupConceptRefMissing: Rule = {
  id: 'voip-backup-concept-ref-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The backup concept says how telephony is saved, or every backup of telephony names its document.',
  why: 'Telephones belong to another department than servers: each thinks that the other one saves them.',
  source: 'M 6.101: the procedure of module B 1.4, data backup concept, must be used',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings: {covers: [pbx], method: configuration} # <--
`,
  good: `
drplan: 1
plan: {name: Office, backupConcept: {voip: Settings are saved every week and around each change}}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings: {covers: [pbx], method: configuration}
`,
  *check({ model, voipDevices }) {
    if (model.plan?.backupConcept?.voip) return;
    const backups = [...new Set(voipDevices.flatMap((v) => v.backups))];
    const lack = {
      one: 'saves telephony by no concept: neither the plan nor the backup says which',
      many: 'save telephony by no concept: neither the plan nor the backups say which',
      hint: 'add voip: … to backupConcept in plan, or document: ID here',
    };
    yield* missing(backups, lack, (backup) => backup.data.document === undefined);
  },
};
