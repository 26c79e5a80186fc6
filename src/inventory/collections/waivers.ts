import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, longText, oneOrMany, ref, text } from '../fields.ts';
import { field, required } from '../parts.ts';

export const waivers = collection({
  name: 'waivers',
  shape: 'list',
  title: 'waiver',
  description: 'Findings that were accepted, by whom, why and until when.',
  schema: z.strictObject({
    rule: required(text, 'The id of the rule.'),
    elements: field(oneOrMany(text), 'The elements it is waived for; absent: all.'),
    reason: field(longText, 'Why it is accepted.'),
    by: field(ref('person'), 'Who accepted it.'),
    until: field(date, 'The last day it is accepted.'),
  }),
});
