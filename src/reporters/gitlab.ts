import { fingerprints } from '../diagnostics/fingerprint.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Report, Reporter } from './report.ts';

const severity = { error: 'critical', warning: 'minor', info: 'info' } as const;

function render({ diagnostics, prefix, hash }: Report): string {
  const names = fingerprints(diagnostics, hash);
  const entries = diagnostics
    .filter((d) => !d.waived)
    .map((d) => ({
      description: printable(`${d.message}${d.hint ? `; ${d.hint}` : ''}`),
      check_name: d.rule,
      fingerprint: names.get(d) ?? '',
      severity: severity[d.severity],
      location: { path: printable(`${prefix}${d.file}`), lines: { begin: d.range.line, end: d.range.endLine } },
    }));
  return jsonText(entries);
}

/** GitLab Code Quality: what a merge request makes better and worse, by fingerprints without line numbers. */
export const gitlab: Reporter = { name: 'gitlab', description: 'GitLab Code Quality', render };
