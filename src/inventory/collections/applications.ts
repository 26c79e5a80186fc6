import * as z from 'zod';
import { collection } from '../collection.ts';
import { oneOrMany, ref, text } from '../fields.ts';
import { hostKinds, systemKinds } from '../kinds.ts';
import { entries, field, recoverable } from '../parts.ts';

export const applications = collection({
  name: 'applications',
  shape: 'map',
  kind: 'application',
  title: 'application',
  description: 'A program that people or processes use.',
  schema: z.strictObject({
    ...recoverable,
    vendor: field(text, 'Who makes it.'),
    version: field(text, 'Its version.'),
    url: field(text, 'Where it is reached.'),
    uses: field(entries('application', 'service', ...systemKinds), 'Other applications, services and systems it uses.'),
    data: field(oneOrMany(ref('data')), 'The data it works with.'),
    runsOn: field(entries(...hostKinds), 'The machines it runs on; all are needed.'),
  }),
});
