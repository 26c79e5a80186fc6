import * as z from 'zod';
import { collection } from '../collection.ts';
import { duration, text } from '../fields.ts';
import { field, recoverable } from '../parts.ts';

export const facilities = collection({
  name: 'facilities',
  shape: 'map',
  kind: 'facility',
  title: 'facility',
  plural: 'facilities',
  description: 'Power feed, UPS, generator, cooling, uplink.',
  schema: z.strictObject({
    ...recoverable,
    vendor: field(text, 'Who makes it.'),
    model: field(text, 'Which model it is.'),
    serialNumber: field(text, 'Its serial number.'),
    type: field(z.enum(['power-feed', 'ups', 'generator', 'cooling', 'uplink']), 'What it is.'),
    runtime: field(duration, 'How long a UPS carries its load without mains.'),
  }),
});
