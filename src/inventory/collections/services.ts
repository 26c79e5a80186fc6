import * as z from 'zod';
import { collection } from '../collection.ts';
import { duration, oneOrMany, positive, ref } from '../fields.ts';
import { systemKinds } from '../kinds.ts';
import { field, recoverable } from '../parts.ts';

export const services = collection({
  name: 'services',
  shape: 'map',
  kind: 'service',
  title: 'service',
  description: 'Something that several systems provide to others: name resolution, telephony, a database.',
  schema: z.strictObject({
    ...recoverable,
    role: field(
      z.enum([
        'directory',
        'name-resolution',
        'dhcp',
        'time',
        'licensing',
        'connection-broker',
        'virtualisation-management',
        'storage',
        'backup',
        'telephony',
        'monitoring',
        'secrets',
        'certificate-authority',
        'mail',
        'file',
        'database',
        'network',
        'other',
      ]),
      'What it does for others.',
    ),
    providers: field(
      oneOrMany(ref(...systemKinds, 'service', 'cluster', 'application')),
      'The systems that provide it, the usual one first.',
    ),
    atLeast: field(positive, 'How many of the providers it needs; default 1.'),
    failover: field(
      z.strictObject({
        takes: field(duration, 'How long switching over takes.'),
        attended: field(duration, 'The first part of it, which needs its staff.'),
        procedure: field(ref('procedure'), 'The procedure that says how.'),
        staff: field(
          z.record(ref('role'), positive).meta({ keyReferences: ['role'] }),
          'How many of which role it needs.',
        ),
      }),
      'The step after the loss of the first provider; absent: it happens by itself.',
    ),
    audience: field(z.enum(['internal', 'public']), 'Who it is for.'),
  }),
});
