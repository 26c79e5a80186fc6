import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, oneOrMany, ref, text } from '../fields.ts';
import { nodeKinds } from '../kinds.ts';
import { described, field } from '../parts.ts';

export const contracts = collection({
  name: 'contracts',
  shape: 'map',
  kind: 'contract',
  title: 'contract',
  description: 'What was agreed with a supplier.',
  schema: z.strictObject({
    ...described,
    supplier: field(ref('supplier'), 'With whom.'),
    number: field(text, 'The number of the contract.'),
    covers: field(oneOrMany(ref(...nodeKinds)), 'What it covers.'),
    responseTime: field(duration, 'How soon they react.'),
    repairTime: field(duration, 'How soon it is repaired.'),
    hours: field(text, 'When they can be called.'),
    validUntil: field(date, 'The last day.'),
  }),
});
