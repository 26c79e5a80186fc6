import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupKeyUnreachable: Rule = {
  id: 'backup-key-unreachable',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The key of every encrypted backup can be had when everything it saves is gone.',
  why: 'The key is in the vault; the vault is on the tape; the tape wants the key.',
  source: 'CON.3.A13, SYS.1.1.A22: cryptographic keys are kept apart from the backup, and can be had in an emergency',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines: {vault: {runsOn: hv-1}, shop: {runsOn: hv-1}}
hypervisors: {hv-1: {}}
backups:
  nightly:
    covers: [vault]
    encryption: {method: aes-256, keyHeldBy: [vault]} # <--
  weekly: # <--
    covers: [shop]
    encryption: {method: aes-256}
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines: {vault: {runsOn: hv-1}, shop: {runsOn: hv-1}}
hypervisors: {hv-1: {}}
documents: {envelope: {kind: key, forms: [{form: paper}]}}
backups:
  nightly:
    covers: [vault]
    encryption: {method: aes-256, keyHeldBy: [vault, envelope]}
  weekly:
    covers: [shop]
    encryption: {method: aes-256, keyHeldBy: vault}
`,
  *check({ backupCoverage, restoreMeans }) {
    const unnamed = {
      one: 'is encrypted, but does not say who has the key',
      many: 'are encrypted, but do not say who has the key',
      hint: 'put the key in a sealed envelope, add it to documents, and add encryption: {keyHeldBy: [ID]}',
    };
    const { backups } = backupCoverage;
    yield* missing(backups, unnamed, (b) => restoreMeans(b).key === 'unnamed');
    for (const backup of backups) {
      if (restoreMeans(backup).key !== 'unreachable') continue;
      const holders = backup.data.encryption?.keyHeldBy ?? [];
      yield {
        message: `the key of ${backup.id} is only on ${listed(holders)}, which is down when ${backup.id} is needed`,
        hint: 'name one more holder that does not need what is restored: a sealed envelope, a person',
        location: fieldOf(backup, 'encryption', 'keyHeldBy'),
        element: backup.id,
      };
    }
  },
};
