import * as z from 'zod';
import { collection } from '../collection.ts';
import { text } from '../fields.ts';
import { nodeKinds } from '../kinds.ts';
import { described, entries, field } from '../parts.ts';

export const channels = collection({
  name: 'channels',
  shape: 'map',
  kind: 'channel',
  title: 'channel',
  description: 'A way to talk to each other.',
  schema: z.strictObject({
    ...described,
    kind: field(z.enum(['phone', 'mobile', 'mail', 'chat', 'radio', 'messenger', 'notice-board']), 'What it is.'),
    dependsOn: field(entries(...nodeKinds), 'What it needs in order to work.'),
    address: field(text, 'Number, address or place.'),
  }),
});
