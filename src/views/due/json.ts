import * as z from 'zod';
import { dutyKinds } from '../../analysis/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { headerShape } from '../header.ts';
import type { DueView } from './view.ts';

/** `drplan/due/1`. */
export const dueSchema = z.strictObject({
  schema: z.literal('drplan/due/1'),
  ...headerShape,
  until: z.string().nullable().describe('The last day that was looked at, YYYY-MM-DD; null: without end.'),
  due: z.array(
    z.strictObject({
      what: z.enum(dutyKinds).describe('What kind of duty it is.'),
      title: z.string().describe('What is to be done, in one line.'),
      element: z
        .string()
        .nullable()
        .describe('The element it is about; null: the plan, its incident response or a waiver.'),
      elements: z.array(z.string()).describe('All elements it is about.'),
      detail: z.string().nullable().describe('What tells it apart: the topic, the finding, the waived rule.'),
      dueOn: z.string().describe('The last day on which all is well, YYYY-MM-DD; today where no day is set.'),
      overdue: z.boolean().describe('Its day is over or it was never done, and no waiver covers it.'),
      overdueDays: z.number().int().min(0).describe('Whole days since dueOn; 0: due today or later, or never done.'),
      last: z.string().nullable().describe('When it was last done.'),
      every: z.string().nullable().describe('Its period, as written.'),
      reason: z.string().nullable().describe('Why it is due although no day or period says so.'),
      responsible: z.string().nullable().describe('The role or person that sees to it.'),
      people: z.array(z.string()).describe('The people behind that.'),
      rule: z.string().describe('The rule that finds it when its day is over.'),
      waived: z
        .strictObject({ reason: z.string(), by: z.string().optional(), until: z.string().optional() })
        .nullable()
        .describe('The waiver that covers it.'),
      file: z.string(),
      line: z.number().int().positive(),
    }),
  ),
});

/** One JSON document, sorted by day. */
export const json: DueView = {
  name: 'json',
  render: (items, { header, until }) => {
    const value: z.output<typeof dueSchema> = {
      schema: 'drplan/due/1',
      ...header,
      until: until ?? null,
      due: items.map(({ responsibleName: _, people, elements, ...rest }) => ({
        ...rest,
        elements: [...elements],
        people: people.map((p) => p.id),
      })),
    };
    return jsonText(value);
  },
};
