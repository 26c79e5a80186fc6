import * as z from 'zod';
import type { Earlier } from '../../recovery/changes.ts';

/** As much of `drplan/recovery-order/1` as a comparison needs; unknown fields are fine. */
const order = z.object({
  schema: z.literal('drplan/recovery-order/1'),
  elapsed: z.number(),
  steps: z.array(z.object({ id: z.string(), start: z.number(), end: z.number() })),
  objectives: z.array(
    z.object({
      element: z.string(),
      basis: z.enum(['rto', 'mtpd', 'grace']),
      verdict: z.enum(['met', 'infeasible', 'contested', 'unreachable']),
      scheduled: z.number().nullable(),
    }),
  ),
  makespan: z.number(),
});

/** Reads an order that `recovery-order --format json` wrote; a text says why it cannot be used. */
export function readOrder(text: string): Earlier | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  const read = order.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  return `it is no recovery order${where}: ${issue?.message ?? 'its shape is another one'}`;
}
