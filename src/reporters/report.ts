import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What every JSON document of drplan starts with; the caller knows it. */
export interface ReportHeader {
  readonly tool: { readonly name: string; readonly version: string };
  readonly plan: {
    readonly name: string | null;
    readonly version: string | null;
    readonly fingerprint: string | null;
    readonly revision: string | null;
  };
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What formats say about a rule besides its findings. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Diagnostic['severity'];
  readonly summary: string;
  readonly why: string;
  /** The sentence of a standard or text that demands it. */
  readonly source: string;
}

/** A finding that stands for all of its rule. */
export interface First {
  readonly diagnostic: Diagnostic;
  /** How many more the same rule found. */
  readonly others: number;
}

/** The findings of one run; `diagnostics` in the order of `ordered()`. */
export interface Report {
  readonly header: ReportHeader;
  readonly files: number;
  readonly elements: number;
  /** Findings that a baseline file knows: counted, and marked in JSON. */
  readonly baselined: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
  /** What to mend first, the most important one first; rule by rule. */
  readonly first: readonly First[];
  /** The plan folder below the root of its repository, ending with `/`; empty where it is the root, or there is none. */
  readonly prefix: string;
  /** The plan files that were read, in their order. */
  readonly paths: readonly string[];
  /** All rules, those that found nothing too. */
  readonly rules: readonly RuleInfo[];
  /** A hash of a text, hexadecimal: makes the names by which a finding is known from run to run. */
  readonly hash: (text: string) => string;
}

/** Colours as functions from text to text, so that reporters stay pure; the names say what is painted. */
export interface Painter {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export interface ReportOptions {
  readonly paint?: Painter;
  /** Columns of the terminal; text is wrapped from 40 on, never below. */
  readonly width?: number;
  /** Findings shown by the formats made for people; the rest is counted. */
  readonly limit?: number;
}

/** One output format for findings. */
export interface Reporter {
  readonly name: string;
  readonly description: string;
  readonly render: (report: Report, options?: ReportOptions) => string;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
}

const same = (text: string): string => text;
/** No colours. */
export const noPaint: Painter = { error: same, warning: same, info: same, bold: same, dim: same };

/** How many findings there are of each severity; waived ones count for themselves. */
export function countsOf(diagnostics: readonly Diagnostic[]): Counts {
  const open = diagnostics.filter((d) => !d.waived);
  const of = (severity: Diagnostic['severity']): number => open.filter((d) => d.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info'), waived: diagnostics.length - open.length };
}

/** `1 error`, `2 errors`, `9,950 errors`. */
export const counted = (n: number, noun: string): string =>
  `${String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${noun}${n === 1 ? '' : 's'}`;

/** `checked 12 files, 340 elements: 2 errors, 5 warnings`: the last line of a run, for stderr. */
export function summaryLine(report: Report): string {
  const { errors, warnings, infos, waived } = countsOf(report.diagnostics);
  const parts = [
    errors + warnings + infos === 0 ? 'nothing found' : '',
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    infos > 0 ? counted(infos, 'info') : '',
    waived > 0 ? `${counted(waived, 'finding')} waived` : '',
    report.baselined.length > 0 ? `${counted(report.baselined.length, 'finding')} in the baseline` : '',
  ];
  const found = parts.filter((part) => part !== '').join(', ');
  return `checked ${counted(report.files, 'file')}, ${counted(report.elements, 'element')}: ${found}`;
}
