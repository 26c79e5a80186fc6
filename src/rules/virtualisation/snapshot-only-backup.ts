import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const snapshotOnlyBackup: Rule = {
  id: 'snapshot-only-backup',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'No virtual machine is backed up by snapshots alone.',
  why: 'A snapshot lies on the same storage as the machine and is lost with it.',
  source: 'M 6.138: whether snapshots could be used, with advantages and disadvantages',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {runsOn: hv-1} # <--
hypervisors: {hv-1: {}}
backups: {web-snapshot: {covers: [web], method: snapshot}}
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {runsOn: hv-1}
hypervisors: {hv-1: {}}
backups: {web-snapshot: {covers: [web], method: snapshot}, web-image: {covers: [web], method: image}}
`,
  *check({ model }) {
    for (const vm of model.of('virtualMachine')) {
      const backups = model.of('backup').filter((b) => b.data.covers.includes(vm.id));
      if (backups.length === 0 || backups.some((b) => b.data.method !== 'snapshot')) continue;
      yield {
        message: `${vm.id} is backed up by snapshots alone: ${backups.map((b) => b.id).join(', ')}`,
        hint: 'add a backup that lies on other storage',
        location: keyOf(vm),
        element: vm.id,
      };
    }
  },
};
