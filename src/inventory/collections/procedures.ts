import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, longText, oneOrMany, ref, text } from '../fields.ts';
import { nodeKinds } from '../kinds.ts';
import { described, field, required, someone } from '../parts.ts';

const step = z.strictObject({
  do: required(longText, 'One action, verb first.'),
  command: field(longText, 'What is typed.'),
  expect: field(longText, 'What is then seen.'),
  ifFails: field(longText, 'What to do if it is not.'),
  takes: field(duration, 'How long it takes.'),
  by: field(someone, 'Who does it.'),
  skill: field(text, 'What one must know for it.'),
});

export const procedures = collection({
  name: 'procedures',
  shape: 'map',
  kind: 'procedure',
  title: 'procedure',
  description: 'Instructions that a stranger can follow.',
  schema: z.strictObject({
    ...described,
    title: field(text, 'What it does, as a heading.'),
    action: field(
      z.enum([
        'restart',
        'restore',
        'rebuild',
        'replace',
        'shutdown',
        'failure',
        'isolate',
        'verify',
        'bypass',
        'failover',
        'rollback',
        'theft',
        'workaround',
        'backup',
        'other',
      ]),
      'What kind of instructions they are.',
    ),
    about: field(oneOrMany(ref(...nodeKinds)), 'What it is for.'),
    prerequisites: field(oneOrMany(longText), 'What must be there before the first step.'),
    steps: field(z.array(step), 'What is done, in this order.'),
    variants: field(
      z.array(
        z.strictObject({
          os: required(text, 'The operating system.'),
          steps: required(z.array(step), 'What is done there instead.'),
        }),
      ),
      'Other steps for other operating systems; an empty list says that nothing differs.',
    ),
    success: field(longText, 'How it is seen that it worked.'),
    returnToNormal: field(longText, 'What is undone or switched on again afterwards.'),
    owner: field(someone, 'Who keeps it right.'),
    lastVerified: field(date, 'When it was last tried or read by a second person.'),
  }),
});
