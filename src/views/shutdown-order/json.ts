import * as z from 'zod';
import { jsonText } from '../../diagnostics/json-text.ts';
import { headerShape } from '../header.ts';
import type { ShutdownView } from './view.ts';

const id = z.string();
const ids = z.array(id);
const minutes = z.number().int();

/** `drplan/shutdown-order/1`. */
export const shutdownOrderSchema = z.strictObject({
  schema: z.literal('drplan/shutdown-order/1'),
  ...headerShape,
  facility: id.nullable().describe('Only what hangs on this facility; null: everything.'),
  steps: z
    .array(
      z.strictObject({
        element: id,
        start: minutes.describe('Minutes after the shutdown begins, with people enough.'),
        end: minutes.describe('When it is down.'),
        latestStart: minutes
          .nullable()
          .describe('Minutes after the mains fail; below 0: it is too late already. null: no UPS sets a limit.'),
        waitsFor: ids.describe('What needs it and is shut down before it.'),
        procedure: id.optional().describe('The procedure that says how.'),
        assumed: z.boolean().describe('The plan gives no time; a usual one is assumed.'),
      }),
    )
    .describe('What is shut down, the first first.'),
  makespan: minutes.describe('When everything is down.'),
  upses: z.array(
    z.strictObject({
      ups: id,
      runtime: minutes.nullable().describe('How long it carries its load; null: the plan does not say.'),
      carries: ids.describe('What draws its power from it and is shut down.'),
      downAt: minutes.describe('When all of that can be down at the earliest.'),
      verdict: z
        .enum(['in-time', 'too-late', 'perhaps-too-late', 'unknown'])
        .describe('too-late: proved by the times of the plan; perhaps-too-late: by this order and assumed times.'),
      spare: minutes
        .nullable()
        .describe('Minutes that may pass before the shutdown begins; below 0: missing. null: unknown.'),
      chain: ids.describe('What decides it, each shut down after the one before.'),
      assumed: z.boolean().describe('A time of the chain is assumed.'),
    }),
  ),
  mutual: z.array(ids).describe('Elements that need each other: no order is right for them.'),
  unprotected: ids.describe('What would need a shutdown and has its power from no UPS.'),
});

/** One JSON document with everything. */
export const json: ShutdownView = {
  name: 'json',
  render: (order, _model, { header, facility }) => {
    const document: z.output<typeof shutdownOrderSchema> = {
      schema: 'drplan/shutdown-order/1',
      ...header,
      facility: facility?.id ?? null,
      steps: order.steps.map((s) => ({ ...s, waitsFor: [...s.waitsFor] })),
      makespan: order.makespan,
      upses: order.upses.map((u) => ({ ...u, carries: [...u.carries], chain: [...u.chain] })),
      mutual: order.mutual.map((set) => [...set]),
      unprotected: [...order.unprotected],
    };
    return jsonText(document);
  },
};
