import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/printable.ts';
import { countsOf, type Report, type Reporter, type ReportOptions, summaryLine } from './report.ts';
import { severeFirst } from './severe-first.ts';

/** So many rows fit into a comment and into a step summary. */
const defaultLimit = 500;
/** So many are seen without unfolding. */
const shownAtOnce = 10;

const markup = /[\\`*_{}[\]()<>#+\-.!|&~$"':/@%^=]/g;

/** Keeps `@name`, `#12`, `!3` and addresses from becoming mentions and links: those are found after the markup is. */
const apart = '\u2060';

/** Text of a plan as Markdown that shows it and does nothing else: no markup, no table cell, no HTML, no mention. */
export const plainCell = (text: string): string =>
  printable(text)
    .replace(/[@#!~$%&^](?=\S)|:(?=\/\/)|www(?=\.)/gi, (c) => c + apart)
    .replace(markup, (c) => `&#${c.charCodeAt(0)};`);

const words = { error: '🔴 error', warning: '🟡 warning', info: '🔵 info' } as const;

function row(d: Diagnostic, prefix: string): string {
  const hint = d.hint ? `<br>${plainCell(d.hint)}` : '';
  return `| ${words[d.severity]} | ${plainCell(`${prefix}${d.file}`)}:${d.range.line} | ${plainCell(d.message)}${hint} | ${plainCell(d.rule)} |`;
}

const table = (found: readonly Diagnostic[], prefix: string): readonly string[] => [
  '| | Where | What | Rule |',
  '|---|---|---|---|',
  ...found.map((d) => row(d, prefix)),
];

function render(report: Report, { limit = defaultLimit }: ReportOptions = {}): string {
  const { diagnostics, prefix } = report;
  const found = severeFirst(diagnostics);
  const { errors } = countsOf(diagnostics);
  const lines = [`### ${errors > 0 ? '❌' : '✅'} drplan validate`, '', plainCell(summaryLine(report)), ''];
  const first = found.slice(0, shownAtOnce);
  const rest = found.slice(shownAtOnce, limit);
  if (first.length > 0) lines.push(...table(first, prefix), '');
  if (rest.length > 0) {
    const title = `${rest.length} more`;
    lines.push('<details>', `<summary>${title}</summary>`, '', ...table(rest, prefix), '', '</details>', '');
  }
  if (found.length > limit) lines.push(`… and ${found.length - limit} that are not listed here.`, '');
  return `${lines.join('\n')}`;
}

/** A comment for a merge request: the summary, the ten most severe, the rest folded. */
export const markdown: Reporter = { name: 'markdown', description: 'Markdown, for a merge request', render };
