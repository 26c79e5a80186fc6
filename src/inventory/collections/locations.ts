import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, longText } from '../fields.ts';
import { field, recoverable } from '../parts.ts';

export const locations = collection({
  name: 'locations',
  shape: 'map',
  kind: 'location',
  title: 'location',
  description: 'Site, building, room, rack.',
  schema: z.strictObject({
    ...recoverable,
    type: field(z.enum(['site', 'building', 'room', 'rack']), 'What it is.'),
    postalAddress: field(longText, 'How to get there.'),
    access: field(longText, 'How to get in: key, code holder, guard.'),
    forceMajeure: field(
      z.strictObject({
        examined: field(date, 'When force majeure was examined for it.'),
        decision: field(longText, 'What was decided.'),
      }),
      'Fire, water, storm, denied access: what was examined and decided.',
    ),
  }),
});
