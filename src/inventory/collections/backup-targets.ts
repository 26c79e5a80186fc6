import * as z from 'zod';
import { collection } from '../collection.ts';
import { bool, positive, ref, size } from '../fields.ts';
import { hostKinds } from '../kinds.ts';
import { described, entries, entry, field } from '../parts.ts';

export const backupTargets = collection({
  name: 'backupTargets',
  shape: 'map',
  kind: 'backupTarget',
  title: 'backup target',
  description: 'The medium that backups are written to.',
  schema: z.strictObject({
    ...described,
    medium: field(z.enum(['disk', 'tape', 'cd', 'object-storage', 'other-system']), 'What it is.'),
    runsOn: field(entry(...hostKinds), 'The machine it runs on.'),
    storedOn: field(entries('storage'), 'The storage it lies on.'),
    in: field(ref('location'), 'Where it is kept.'),
    offline: field(bool, 'Whether it is disconnected from the network.'),
    immutable: field(bool, 'Whether nothing on it can be changed.'),
    capacity: field(size, 'How much it holds.'),
    parallel: field(positive, 'How many restores can run at the same time.'),
  }),
});
