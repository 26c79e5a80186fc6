import * as z from 'zod';
import { collection } from '../collection.ts';
import { size } from '../fields.ts';
import { hostKinds } from '../kinds.ts';
import { entry, field, machine, recoverable } from '../parts.ts';

export const storage = collection({
  name: 'storage',
  shape: 'map',
  kind: 'storage',
  title: 'storage',
  plural: 'storage systems',
  description: 'Where data lies: SAN, NAS, a local disk, an object store, a tape library.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    type: field(
      z.enum(['san', 'nas', 'local', 'object', 'tape-library']),
      'What it is; a local disk says what it is part of.',
    ),
    capacity: field(size, 'How much it holds.'),
    runsOn: field(entry(...hostKinds), 'The machine it runs on, where it is a virtual one.'),
  }),
});
