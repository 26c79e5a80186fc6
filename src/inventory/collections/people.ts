import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, period, ref, text } from '../fields.ts';
import { systemKinds } from '../kinds.ts';
import { described, field, required, texts } from '../parts.ts';

export const people = collection({
  name: 'people',
  shape: 'map',
  kind: 'person',
  title: 'person',
  description: 'Somebody who is called.',
  schema: z.strictObject({
    ...described,
    department: field(text, 'The department.'),
    phones: field(
      z.array(
        z.strictObject({
          kind: field(z.enum(['mobile', 'desk', 'home', 'satellite', 'pager', 'other']), 'What kind of number.'),
          number: required(text, 'The number, as it is dialled.'),
          via: field(ref('service', ...systemKinds), 'What this telephone needs in order to ring.'),
          verified: field(date, 'When it was last tried.'),
        }),
      ),
      'Telephone numbers, the best one first.',
    ),
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
