import * as z from 'zod';
import { collection } from '../collection.ts';
import { size, text } from '../fields.ts';
import { capacity, field, machine, recoverable, recurring } from '../parts.ts';

export const hypervisors = collection({
  name: 'hypervisors',
  shape: 'map',
  kind: 'hypervisor',
  title: 'hypervisor',
  description: 'A physical machine that runs virtual ones.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    ...capacity,
    product: field(text, 'The virtualisation product.'),
    hardware: field(text, 'What is built into it.'),
    disk: field(size, 'The size of its disks.'),
    healthCheck: field(recurring('it is checked for errors'), 'How often it is checked for errors.'),
  }),
});
