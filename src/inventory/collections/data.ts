import * as z from 'zod';
import { collection } from '../collection.ts';
import { oneOrMany, period, text } from '../fields.ts';
import { field, recoverable } from '../parts.ts';

export const data = collection({
  name: 'data',
  shape: 'map',
  kind: 'data',
  title: 'data',
  plural: 'data',
  description: 'Data that must not be lost, read or changed.',
  schema: z.strictObject({
    ...recoverable,
    class: field(
      z.enum(['financial', 'client', 'intellectual-property', 'operational', 'compliance', 'personal', 'image']),
      'What kind of data it is.',
    ),
    requiredFor: field(oneOrMany(z.enum(['operations', 'compliance', 'recovery'])), 'What it is required for.'),
    retention: field(
      z.strictObject({
        minimum: field(period, 'How long it must be kept.'),
        maximum: field(period, 'When it must be deleted.'),
        keptIn: field(
          z.enum(['operation', 'archive', 'backup']),
          'What keeps it that long: the systems in operation, an archive of its own, or the backups.',
        ),
        law: field(text, 'The law or contract that says so.'),
      }),
      'How long it is kept.',
    ),
  }),
});
