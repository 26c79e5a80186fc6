import * as z from 'zod';
import { jsonText } from '../../diagnostics/json-text.ts';
import { headerShape } from '../header.ts';
import type { PaperView } from './view.ts';

const pages = z.array(z.number().int().positive());

/** `drplan/paper/1`. */
export const paperSchema = z.strictObject({
  schema: z.literal('drplan/paper/1'),
  ...headerShape,
  exact: z.boolean().describe('Pages were compared. false: no browser, so only sections were.'),
  copies: z.array(
    z.strictObject({
      binder: z
        .string()
        .describe('What was printed: a binder of the plan or "everything", and what it was cut down to.'),
      copy: z.number().int().positive(),
      holder: z.string(),
      place: z.string(),
      printedOn: z.string().describe('YYYY-MM-DD.'),
      fingerprint: z.string().describe('Of the plan it was printed from.'),
      state: z
        .enum(['current', 'stale', 'lost', 'destroyed'])
        .describe('lost, destroyed: as recorded; such copies are not compared.'),
      stalePages: pages.nullable().describe('Pages that say something else now, from 1; null: not known.'),
      staleSections: z.array(z.strictObject({ title: z.string(), change: z.enum(['changed', 'new', 'gone']) })),
      exchange: z
        .strictObject({
          takeOut: pages.describe('Pages of the copy.'),
          putIn: pages.describe("Pages of today's print."),
          moved: z.array(z.strictObject({ from: z.number().int(), to: z.number().int() })),
        })
        .nullable()
        .describe('What makes it current; null: not known.'),
      pending: z.boolean().describe('Pages were printed for it and nobody has said yet that they were put in.'),
    }),
  ),
});

/** One JSON document with every copy. */
export const json: PaperView = {
  name: 'json',
  render: (copies, { header, inexact }) => {
    const value: z.output<typeof paperSchema> = {
      schema: 'drplan/paper/1',
      ...header,
      exact: inexact === '',
      copies: copies.map(({ copy, state, stalePages, sections, exchange }) => ({
        binder: copy.document,
        copy: copy.copy,
        holder: copy.holder,
        place: copy.place,
        printedOn: copy.printedOn,
        fingerprint: copy.plan,
        state,
        stalePages: stalePages === undefined ? null : [...stalePages],
        staleSections: sections.map((s) => ({ ...s })),
        exchange: exchange
          ? { takeOut: [...exchange.takeOut], putIn: [...exchange.putIn], moved: [...exchange.moved] }
          : null,
        pending: copy.pending !== undefined,
      })),
    };
    return jsonText(value);
  },
};
