import { concise } from './concise.ts';
import { json } from './json.ts';
import type { Reporter } from './report.ts';
import { text } from './text.ts';

export { validateOutput } from './json.ts';
export type { Counts, Painter, Report, Reporter, ReportHeader, ReportOptions } from './report.ts';
export { counted, countsOf, noPaint, summaryLine } from './report.ts';

/** The output formats for findings, the default first. */
export const reporters: readonly Reporter[] = [text, concise, json];
