import * as z from 'zod';
import { collection } from '../collection.ts';
import { size, text } from '../fields.ts';
import { capacity, field, machine, recoverable } from '../parts.ts';

export const servers = collection({
  name: 'servers',
  shape: 'map',
  kind: 'server',
  title: 'server',
  description: 'A physical machine that does the work itself.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    ...capacity,
    hardware: field(text, 'What is built into it.'),
    disk: field(size, 'The size of its disks.'),
  }),
});
