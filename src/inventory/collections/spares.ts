import * as z from 'zod';
import { collection } from '../collection.ts';
import { count, duration, oneOrMany, ref, text } from '../fields.ts';
import { systemKinds } from '../kinds.ts';
import { described, field } from '../parts.ts';

export const spares = collection({
  name: 'spares',
  shape: 'map',
  kind: 'spare',
  title: 'spare part',
  description: 'A part that lies ready or can be ordered.',
  schema: z.strictObject({
    ...described,
    fits: field(oneOrMany(ref(...systemKinds)), 'What it can replace.'),
    in: field(ref('location'), 'Where it lies.'),
    count: field(count, 'How many there are.'),
    leadTime: field(duration, 'How long a new one takes.'),
    firmware: field(text, 'The release on it.'),
    supplier: field(ref('supplier'), 'Who sells it.'),
  }),
});
