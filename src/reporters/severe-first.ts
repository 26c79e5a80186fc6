import { type Diagnostic, severities } from '../diagnostics/diagnostic.ts';

/** What is open, the most severe first; of the same severity in the order of the report. */
export function severeFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = (d: Diagnostic): number => severities.indexOf(d.severity);
  return diagnostics.filter((d) => !d.waived).sort((a, b) => rank(a) - rank(b));
}
