import * as z from 'zod';
import { collection } from '../collection.ts';
import { bool, date, oneOrMany, ref } from '../fields.ts';
import { nodeKinds } from '../kinds.ts';
import { described, field, required, someone } from '../parts.ts';

export const documents = collection({
  name: 'documents',
  shape: 'map',
  kind: 'document',
  title: 'document',
  description: 'A paper or file that is needed in an emergency.',
  schema: z.strictObject({
    ...described,
    about: field(oneOrMany(ref(...nodeKinds)), 'What it is about.'),
    kind: field(
      z.enum(['configuration', 'concept', 'emergency-plan', 'key', 'diagram', 'contract', 'other']),
      'What kind it is.',
    ),
    forms: field(
      z.array(
        z.strictObject({
          form: required(z.enum(['paper', 'offline-medium', 'electronic']), 'In which form.'),
          at: field(ref(...nodeKinds), 'The place or the system where it is.'),
          by: field(someone, 'Who holds it.'),
        }),
      ),
      'Where it can be had, in which form.',
    ),
    confidential: field(bool, 'Whether not everybody may see it.'),
    updated: field(date, 'When it was last changed.'),
  }),
});
