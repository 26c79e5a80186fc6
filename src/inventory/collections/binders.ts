import * as z from 'zod';
import { collection } from '../collection.ts';
import { oneOrMany, positive, ref, text } from '../fields.ts';
import { described, field, someone, texts } from '../parts.ts';

export const binders = collection({
  name: 'binders',
  shape: 'map',
  kind: 'binder',
  title: 'binder',
  description: 'A printed binder: what is in it, for whom, and where the copies are.',
  schema: z.strictObject({
    ...described,
    title: field(text, 'What stands on its cover.'),
    sections: field(texts, 'The sections it contains; default: all.'),
    scenarios: field(oneOrMany(ref('scenario')), 'The scenarios it contains.'),
    audience: field(oneOrMany(text), 'Who it is for.'),
    copies: field(
      z.array(
        z.strictObject({
          number: field(positive, 'The number of the copy.'),
          holder: field(someone, 'Who has it.'),
          in: field(ref('location'), 'Where it is kept.'),
        }),
      ),
      'The printed copies.',
    ),
    paper: field(z.enum(['a4', 'letter']), 'The paper size.'),
    language: field(z.enum(['en', 'de']), 'The language.'),
  }),
});
