import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, text } from '../fields.ts';
import { described, field } from '../parts.ts';

export const suppliers = collection({
  name: 'suppliers',
  shape: 'map',
  kind: 'supplier',
  title: 'supplier',
  description: 'A company that helps.',
  schema: z.strictObject({
    ...described,
    contacts: field(
      z.array(
        z.strictObject({
          name: field(text, 'Whom to ask for.'),
          phone: field(text, 'The number, as it is dialled.'),
          mail: field(text, 'Mail address.'),
          hours: field(text, 'When somebody answers.'),
          verified: field(date, 'When it was last tried.'),
        }),
      ),
      'Whom to call there.',
    ),
    customerNumber: field(text, 'Our number with them.'),
  }),
});
