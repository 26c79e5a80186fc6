import { idsIn, mediaOf, targetOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

type Connected = { readonly connectedTo?: unknown } | undefined;

export const backupSameNetwork: Rule = {
  id: 'backup-same-network',
  severity: 'warning',
  profiles: ['nis2', 'dora'],
  summary: 'Backups are reached over another network than what they save.',
  why: 'Whoever encrypts the server finds the share with its backups in the same network.',
  source: 'NIS2 implementing regulation 4.2.2 (c): backups are not in the same network as the system',
  bad: `
drplan: 1
plan: {name: Office}
networkDevices: {switch: {}}
servers: {shop: {connectedTo: [switch]}}
storage: {nas: {connectedTo: [switch]}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly: {covers: [shop], target: share} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
networkDevices: {switch: {}, backup-vlan: {type: vlan}}
servers: {shop: {connectedTo: [switch]}}
storage: {nas: {connectedTo: [switch]}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly: {covers: [shop], target: share, transfer: {network: backup-vlan}}
`,
  *check({ model, backupCoverage }) {
    const networksOf = (id: string): readonly string[] => idsIn((model.node(id)?.data as Connected)?.connectedTo);
    const isInSight = (backup: Element<'backup'>): boolean => {
      const target = targetOf(model, backup);
      if (!target || target.data.offline === true || backup.data.transfer?.network !== undefined) return false;
      const here = new Set(backup.data.covers.flatMap(networksOf));
      return mediaOf(target)
        .flatMap(networksOf)
        .some((network) => here.has(network));
    };
    const lack = {
      one: 'is written to a target in the same network as what it saves',
      many: 'are written to targets in the same network as what they save',
      hint: 'put the target behind a network of its own (transfer: {network: ID}), or keep an offline copy',
    };
    yield* missing(backupCoverage.backups, lack, isInSight);
  },
};
