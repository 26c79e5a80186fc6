import * as z from 'zod';

/** What a program gets on standard output when a command that should write JSON has failed. */
export const failureSchema = z.strictObject({
  schema: z.literal('drplan/error/1'),
  tool: z.strictObject({ name: z.literal('drplan'), version: z.string() }),
  error: z.strictObject({
    code: z.int().describe('The exit code.'),
    message: z.string().describe('What went wrong.'),
    hint: z.string().optional().describe('What helps.'),
  }),
});

export type FailureDocument = z.infer<typeof failureSchema>;
