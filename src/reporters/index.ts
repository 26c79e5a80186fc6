import { concise } from './concise.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export { validateOutput } from './json.ts';
export type { Counts, Painter, Report, Reporter, ReportHeader, ReportOptions, RuleInfo } from './report.ts';
export { counted, countsOf, noPaint, summaryLine } from './report.ts';

/** The output formats for findings, the default first. */
export const reporters: readonly Reporter[] = [text, concise, json, sarif, junit, github, gitlab, markdown];
