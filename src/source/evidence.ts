import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Location, Range } from '../diagnostics/location.ts';
import { quoted } from '../diagnostics/printable.ts';
import { type SecretPart, secretsIn, withoutSecrets } from '../diagnostics/secrets.ts';
import { type BackupRun, backupRun } from '../inventory/index.ts';
import type { FoundSecret } from './conceal.ts';

/** The runs of a file of evidence, and what could not be used of it. */
export interface Evidence {
  readonly runs: readonly BackupRun[];
  readonly findings: readonly Finding[];
  readonly secrets: readonly FoundSecret[];
  /** Which backup each of the runs names, and where. */
  readonly named: readonly { readonly to: string; readonly at: Location }[];
}

/** Whether a file beside the plan is evidence of backup runs. */
export const isEvidence = (path: string): boolean => /^evidence\/.*\.jsonl$/.test(path);

/** Where a line names its backup; an id has no character that JSON would escape. */
function rangeOfBackup(line: string, number: number): Range {
  const found = /"backup"\s*:\s*("[^"]*")/d.exec(line)?.indices?.[1];
  const [start, end] = found ?? [0, line.length];
  return { line: number, column: start + 1, endLine: number, endColumn: end };
}

/** The secrets of a line and their columns; one that is only seen without its escapes is shown as the whole line. */
function secretsOfLine(line: string): readonly SecretPart[] {
  const written = secretsIn(line);
  if (written.length > 0 || !line.includes('\\')) return written;
  const plain = secretsIn(line.replace(/\\(.)/g, '$1'));
  return plain.slice(0, 1).map(({ looksLike }) => ({ looksLike, start: 0, end: line.length }));
}

/** Reads one JSON object a line. A line that is none becomes a finding; the others are used. */
export function readEvidence(file: { readonly path: string; readonly text: string }): Evidence {
  const runs: BackupRun[] = [];
  const findings: Finding[] = [];
  const secrets: FoundSecret[] = [];
  const named: { to: string; at: Location }[] = [];
  file.text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const report = (message: string): void => {
      const range = { line: i + 1, column: 1, endLine: i + 1, endColumn: line.length + 1 };
      const hint = 'one JSON object a line: {"backup": ID, "started": TIME, "result": "ok"}';
      const location = { file: file.path, document: 0, path: [], range };
      findings.push({ rule: 'schema-invalid', severity: 'error', message, hint, location });
    };
    for (const { looksLike, start, end } of secretsOfLine(line)) {
      const range = { line: i + 1, column: start + 1, endLine: i + 1, endColumn: end };
      secrets.push({ looksLike, at: { file: file.path, document: 0, path: [], range } });
    }
    let value: unknown;
    try {
      value = JSON.parse(line, (key, v: unknown) => (typeof v === 'string' ? withoutSecrets(v, key) : v));
    } catch {
      report('this line of evidence is not JSON');
      return;
    }
    const parsed = backupRun.safeParse(value);
    if (parsed.success) {
      runs.push(parsed.data);
      named.push({
        to: parsed.data.backup,
        at: { file: file.path, document: 0, path: [], range: rangeOfBackup(line, i + 1) },
      });
      return;
    }
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') ?? '';
    report(`this line of evidence cannot be used: ${at === '' ? '' : `${quoted(at)}: `}${issue?.message ?? ''}`);
  });
  return { runs, findings, secrets, named };
}
