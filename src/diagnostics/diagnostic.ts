import type { Location, Range } from './location.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Another place that belongs to a finding: the first definition, the near miss, a link of a cycle. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/** A problem as a rule or stage states it: where by path, not yet by line. */
export interface Finding {
  /** The rule's id: `reference-unknown`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found, one sentence without a full stop. */
  readonly message: string;
  readonly location: Location;
  /** Short words for the underline in the code frame: "no element has this id". */
  readonly label?: string;
  /** What helps: the repair, the near miss. */
  readonly hint?: string;
  /** The element concerned. */
  readonly element?: string;
  /** All elements concerned, when one finding speaks for many. */
  readonly elements?: readonly string[];
  readonly related?: readonly Related[];
  /** The sentence of the standard behind it. */
  readonly source?: string;
  /** Set when a waiver of the plan covers it. */
  readonly waived?: { readonly reason: string; readonly by?: string; readonly until?: string };
}

/** A place outside the finding's own line, counted. */
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: Range;
}

/** A finding with lines and columns: what reporters get. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly label?: string;
  readonly hint?: string;
  readonly element?: string;
  readonly elements?: readonly string[];
  readonly related?: readonly RelatedPlace[];
  readonly source?: string;
  /** Set when a waiver of the plan covers it: it is listed, but counts neither as error nor as warning. */
  readonly waived?: { readonly reason: string; readonly by?: string; readonly until?: string };
  /** The source text of the lines of `range`, for code frames; absent where the file could not be read. */
  readonly frame?: readonly string[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which findings are reported: file, line, column, rule, message. Independent of the locale. */
export function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (
    byText(a.file, b.file) ||
    a.range.line - b.range.line ||
    a.range.column - b.range.column ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  );
}

/** Sorted, each once: two findings with the same place, rule and message are one. */
export function ordered(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(byPosition);
  return sorted.filter((one, i) => i === 0 || byPosition(sorted[i - 1] as Diagnostic, one) !== 0);
}
