import { mediaOf, targetOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupTransferUnprotected: Rule = {
  id: 'backup-transfer-unprotected',
  alsoKnownAs: ['voip-backup-transfer-unprotected'],
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'What a backup sends over a network is encrypted, or goes over a network of its own.',
  why: 'Every night the whole company travels over the wire of the meeting room in clear text.',
  source: 'M 6.101: encrypting the data, or transferring it over an administration network of its own',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
storage: {nas: {}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly: {covers: [shop], target: share} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
storage: {nas: {}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly: {covers: [shop], target: share, transfer: {encrypted: true}}
`,
  *check({ model, backupCoverage }) {
    const isOpen = (backup: Element<'backup'>): boolean => {
      const target = targetOf(model, backup);
      const isSent = target ? mediaOf(target).length > 0 || target.data.medium === 'object-storage' : false;
      const { encrypted, network } = backup.data.transfer ?? {};
      return isSent && encrypted !== true && network === undefined;
    };
    const lack = {
      one: 'is sent over the network without encryption or a network of its own',
      many: 'are sent over the network without encryption or a network of their own',
      hint: 'add transfer: {encrypted: true} or transfer: {network: ID}',
    };
    yield* missing(backupCoverage.backups, lack, isOpen);
  },
};
