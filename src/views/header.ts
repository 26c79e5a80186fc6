import * as z from 'zod';

/** What every JSON document begins with: which program said it, of which plan, on which day. */
export const headerShape = {
  tool: z.strictObject({ name: z.literal('drplan'), version: z.string() }).describe('The program that wrote this.'),
  plan: z
    .strictObject({
      name: z.string().nullable().describe('The name of the plan; null when it has none.'),
      version: z.string().nullable().describe('The version of the plan; null when it has none.'),
      fingerprint: z.string().describe('A hash of the text of all plan files: SHA-256, hexadecimal.'),
      revision: z.string().nullable().describe('The commit of the checkout the plan lies in; null outside one.'),
    })
    .describe('The plan it is about.'),
  today: z.string().describe('The day of the check, YYYY-MM-DD.'),
  with: z.array(z.string()).optional().describe('The "what if" files that were laid over the plan.'),
};

/** The header as a value, made once per run. */
export interface Header {
  readonly tool: { readonly name: 'drplan'; readonly version: string };
  readonly plan: {
    readonly name: string | null;
    readonly version: string | null;
    readonly fingerprint: string;
    readonly revision: string | null;
  };
  readonly today: string;
  readonly with?: string[];
}

/** The JSON Schema (draft 2020-12) of an output. */
export const outputSchema = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'output' });
