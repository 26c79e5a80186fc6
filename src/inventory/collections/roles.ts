import * as z from 'zod';
import { collection } from '../collection.ts';
import { count, longText, oneOrMany, positive, ref } from '../fields.ts';
import { described, field, phones, texts } from '../parts.ts';

export const roles = collection({
  name: 'roles',
  shape: 'map',
  kind: 'role',
  title: 'role',
  description: 'A task in an emergency, with the people who can fill it.',
  schema: z.strictObject({
    ...described,
    holders: field(oneOrMany(ref('person')), 'Who fills it: the first one, then the deputies.'),
    count: field(count, 'How many anonymous people hold it, where they are not named.'),
    phones: field(phones, 'Numbers of whoever is on duty, where the role has numbers of its own.'),
    skills: field(texts, 'What its holders must know.'),
    needs: field(texts, 'Topics of training its holders need.'),
    minimum: field(positive, 'How many are needed at least.'),
    responsibilities: field(oneOrMany(longText), 'What it decides and does in an emergency.'),
  }),
});
