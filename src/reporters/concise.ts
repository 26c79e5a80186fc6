import { printable } from '../diagnostics/printable.ts';
import type { Report, Reporter } from './report.ts';

/** `file:line:column: severity: message; hint [rule]`, one line a finding, all of them. */
function render(report: Report): string {
  return report.diagnostics
    .filter((d) => !d.waived)
    .map((d) => {
      const hint = d.hint ? `; ${d.hint}` : '';
      const words = printable(`${d.message}${hint}`);
      return `${printable(d.file)}:${d.range.line}:${d.range.column}: ${d.severity}: ${words} [${d.rule}]\n`;
    })
    .join('');
}

/** For editors and problem matchers: one regular expression reads it. */
export const concise: Reporter = { name: 'concise', description: 'one line a finding, for editors', render };
