import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, period, ref, text } from '../fields.ts';
import { described, field, phones, required, texts } from '../parts.ts';

export const people = collection({
  name: 'people',
  shape: 'map',
  kind: 'person',
  title: 'person',
  plural: 'people',
  description: 'Somebody who is called.',
  schema: z.strictObject({
    ...described,
    department: field(text, 'The department.'),
    phones: field(phones, 'Telephone numbers, the best one first.'),
    mail: field(text, 'Mail address.'),
    skills: field(texts, 'What this person can do.'),
    trainings: field(
      z.array(
        z.strictObject({
          topic: required(text, 'What it was about.'),
          date: field(date, 'When.'),
          validFor: field(period, 'How long it counts.'),
        }),
      ),
      'Trainings that were attended.',
    ),
    in: field(ref('location'), 'Where this person usually is.'),
    travelTime: field(duration, 'How long it takes to be on site.'),
    verified: field(date, 'When the contact was last tried.'),
  }),
});
