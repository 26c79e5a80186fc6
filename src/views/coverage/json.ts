import * as z from 'zod';
import { states } from '../../coverage/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { headerShape } from '../header.ts';
import type { CoverageText, CoverageView } from './view.ts';

const line = z.number().int().positive();
const counts = z
  .strictObject({
    fulfilled: z.number().int().min(0),
    open: z.number().int().min(0),
    waived: z.number().int().min(0),
    'not-applicable': z.number().int().min(0),
  })
  .describe('How many demands are in which state.');

/** `drplan/coverage/1`. */
export const coverageSchema = z.strictObject({
  schema: z.literal('drplan/coverage/1'),
  ...headerShape,
  counts,
  texts: z.array(
    z.strictObject({
      source: z.string().describe('The text or standard.'),
      standard: z.string().nullable().describe('The name of --standard; null: a text that is always asked.'),
      counts,
      demands: z.array(
        z.strictObject({
          number: z.string().describe('Number of the sentence, or the clause.'),
          demand: z.string().describe('What is asked, in the words of drplan.'),
          source: z.string().describe('The text and the number in it: "M 6.96, sentence 15".'),
          state: z.enum(states),
          reason: z.string().nullable().describe('Why it is in this state, where evidence and findings do not say it.'),
          evidence: z
            .array(
              z.strictObject({
                element: z.string().nullable(),
                text: z.string().nullable().describe('What it is, where the element alone does not tell.'),
                file: z.string(),
                line,
              }),
            )
            .describe('What was looked at and found to be in order.'),
          findings: z
            .array(
              z.strictObject({
                rule: z.string(),
                message: z.string(),
                element: z.string().nullable(),
                file: z.string(),
                line,
                waived: z
                  .strictObject({ reason: z.string(), by: z.string().optional(), until: z.string().optional() })
                  .nullable(),
              }),
            )
            .describe('What makes it open, or what is wrong and was accepted.'),
          rules: z.array(z.string()).describe('The rules that judge it.'),
          sections: z.array(z.string()).describe('Sections of the binder that have something to say about it.'),
          commands: z.array(z.string()).describe('Commands that answer it.'),
        }),
      ),
    }),
  ),
});

const sum = (texts: readonly CoverageText[], state: (typeof states)[number]): number =>
  texts.reduce((n, t) => n + t.counts[state], 0);

/** One JSON document, in the order of the texts. */
export const json: CoverageView = {
  name: 'json',
  render: (texts, { header }) => {
    const value: z.output<typeof coverageSchema> = {
      schema: 'drplan/coverage/1',
      ...header,
      counts: {
        fulfilled: sum(texts, 'fulfilled'),
        open: sum(texts, 'open'),
        waived: sum(texts, 'waived'),
        'not-applicable': sum(texts, 'not-applicable'),
      },
      texts: texts.map(({ source, standard, counts: own, demands }) => ({
        source,
        standard,
        counts: own,
        demands: demands.map(({ evidence, findings, rules, sections, commands, ...rest }) => ({
          ...rest,
          evidence: [...evidence],
          findings: [...findings],
          rules: [...rules],
          sections: [...sections],
          commands: [...commands],
        })),
      })),
    };
    return jsonText(value);
  },
};
