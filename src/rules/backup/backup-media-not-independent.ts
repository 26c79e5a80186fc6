import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupMediaNotIndependent: Rule = {
  id: 'backup-media-not-independent',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Backups lie on systems and media that are independent of those they save.',
  why: 'The machine and its backup were on the same array; the array is gone.',
  source: 'M 6.101: on IT systems and media that are independent of those used for operation',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines: {shop: {runsOn: hv-1, storedOn: nas}}
hypervisors: {hv-1: {}}
storage: {nas: {}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly:
    covers: [shop]
    target: share # <--
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines: {shop: {runsOn: hv-1, storedOn: nas}}
hypervisors: {hv-1: {}}
storage: {nas: {}}
backupTargets: {share: {storedOn: nas}, tape: {medium: tape, offline: true}}
backups:
  nightly:
    covers: [shop]
    target: share
  weekly:
    covers: [nas]
    target: tape
`,
  *check({ backupSurvival }) {
    for (const { backup, with: place, elements } of backupSurvival.sharedSystems) {
      yield {
        message: `${backup.id} is lost together with what it saves: with ${place} go ${listed(elements)} and every copy of them`,
        hint: 'write it, or a second copy of it, to a system or medium of its own',
        location: fieldOf(backup, 'target'),
        element: backup.id,
        elements,
      };
    }
  },
};
