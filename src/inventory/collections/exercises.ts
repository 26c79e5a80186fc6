import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, longText, oneOrMany, period, ref } from '../fields.ts';
import { described, field, required } from '../parts.ts';

export const exercises = collection({
  name: 'exercises',
  shape: 'map',
  kind: 'exercise',
  title: 'exercise',
  description: 'What is practised, how often, and how it went.',
  schema: z.strictObject({
    ...described,
    of: field(oneOrMany(ref('scenario', 'procedure', 'backup')), 'What is practised.'),
    kind: field(z.enum(['table-top', 'partial', 'full']), 'How.'),
    every: field(period, 'How often.'),
    records: field(
      z.array(
        z.strictObject({
          date: required(date, 'When.'),
          took: field(duration, 'How long it took.'),
          result: field(z.enum(['passed', 'passed-with-findings', 'failed']), 'How it went.'),
          findings: field(
            z.array(
              z.strictObject({
                text: required(longText, 'What was found.'),
                action: field(longText, 'What is done about it.'),
                due: field(date, 'Until when.'),
                done: field(date, 'When it was done.'),
              }),
            ),
            'What was found.',
          ),
          participants: field(oneOrMany(ref('person', 'role')), 'Who took part.'),
          approvedBy: field(ref('person'), 'Who approved the record.'),
        }),
      ),
      'How it went.',
    ),
  }),
});
