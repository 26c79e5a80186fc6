import type { Finding } from '../diagnostics/diagnostic.ts';
import { quoted } from '../diagnostics/printable.ts';
import { type BackupRun, backupRun } from '../inventory/index.ts';

/** The runs of a file of evidence, and what could not be used of it. */
export interface Evidence {
  readonly runs: readonly BackupRun[];
  readonly findings: readonly Finding[];
}

/** Whether a file beside the plan is evidence of backup runs. */
export const isEvidence = (path: string): boolean => /^evidence\/.*\.jsonl$/.test(path);

/** Reads one JSON object a line. A line that is none becomes a finding; the others are used. */
export function readEvidence(file: { readonly path: string; readonly text: string }): Evidence {
  const runs: BackupRun[] = [];
  const findings: Finding[] = [];
  file.text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const report = (message: string): void => {
      const range = { line: i + 1, column: 1, endLine: i + 1, endColumn: line.length + 1 };
      const hint = 'one JSON object a line: {"backup": ID, "started": TIME, "result": "ok"}';
      const location = { file: file.path, document: 0, path: [], range };
      findings.push({ rule: 'schema-invalid', severity: 'error', message, hint, location });
    };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      report('this line of evidence is not JSON');
      return;
    }
    const parsed = backupRun.safeParse(value);
    if (parsed.success) {
      runs.push(parsed.data);
      return;
    }
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') ?? '';
    report(`this line of evidence cannot be used: ${at === '' ? '' : `${quoted(at)}: `}${issue?.message ?? ''}`);
  });
  return { runs, findings };
}
