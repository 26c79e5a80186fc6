import * as z from 'zod';

/** One run of a backup, as `evidence/*.jsonl` holds it, one object a line; nobody edits them in YAML. */
export const backupRun = z.strictObject({
  backup: z.string().min(1).describe('The id of the backup in the plan.'),
  started: z.iso.datetime({ offset: true }).describe('When it began: what was written later is not in it.'),
  finished: z.iso.datetime({ offset: true }).optional().describe('When it ended.'),
  result: z.enum(['ok', 'failed', 'partial']).describe('How it ended; only ok can be relied on.'),
  bytes: z.number().int().nonnegative().optional().describe('How much it wrote.'),
  files: z.number().int().nonnegative().optional().describe('How many files it wrote.'),
  errorCode: z.union([z.string(), z.number()]).optional().describe('The error code of the program that made it.'),
  finding: z.string().optional().describe('What was noticed.'),
  resolved: z.union([z.boolean(), z.string()]).optional().describe('Whether, or when, the finding was resolved.'),
  source: z.string().optional().describe('Where this record comes from.'),
});
export type BackupRun = z.output<typeof backupRun>;
