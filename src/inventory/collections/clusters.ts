import * as z from 'zod';
import { collection } from '../collection.ts';
import { count, longText, oneOrMany, positive, ref, text } from '../fields.ts';
import { field, recoverable } from '../parts.ts';

export const clusters = collection({
  name: 'clusters',
  shape: 'map',
  kind: 'cluster',
  title: 'cluster',
  description: 'A farm of hypervisors that stand in for each other.',
  schema: z.strictObject({
    ...recoverable,
    product: field(text, 'The virtualisation product.'),
    members: field(oneOrMany(ref('hypervisor')), 'Its hypervisors; the only place where membership is written.'),
    toleratesHostFailures: field(count, 'How many members may fail while the rest carries everything.'),
    cpuOvercommit: field(
      positive,
      'How many virtual processors share a core; default 1. Used to tell whether the rest carries everything.',
    ),
    restarts: field(
      z.enum(['automatic', 'manual']),
      'Whether it restarts virtual machines of a failed member by itself.',
    ),
    placement: field(
      z.array(
        z.strictObject({
          apart: field(z.array(ref('virtualMachine')).min(2), 'These must not run on the same host.'),
          together: field(z.array(ref('virtualMachine')).min(2), 'These must run on the same host.'),
          reason: field(longText, 'Why.'),
        }),
      ),
      'What must run apart or together.',
    ),
  }),
});
