import * as z from 'zod';
import { collection } from '../collection.ts';
import { bool, longText, ref, size, text } from '../fields.ts';
import { capacity, entry, field, machine, recoverable } from '../parts.ts';

export const virtualMachines = collection({
  name: 'virtualMachines',
  shape: 'map',
  kind: 'virtualMachine',
  title: 'virtual machine',
  description: 'A machine that runs on a hypervisor or a cluster.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    ...capacity,
    runsOn: field(entry('hypervisor', 'cluster', 'server', 'storage'), 'The hypervisor or cluster it runs on.'),
    placedOn: field(ref('hypervisor', 'server'), 'Its usual host within the cluster.'),
    disk: field(size, 'The size of its disks.'),
    vmId: field(text, 'Its number or name in the virtualisation product.'),
    snapshots: field(
      z.strictObject({
        assessment: field(longText, 'What speaks for and against snapshots as a backup here.'),
        used: field(bool, 'Whether snapshots are used.'),
      }),
      'Whether snapshots can serve its backup.',
    ),
  }),
});
