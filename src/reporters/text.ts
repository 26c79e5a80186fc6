import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayWidth, printable } from '../diagnostics/printable.ts';
import { frameLines } from './frame.ts';
import { counted, noPaint, type Painter, type Report, type Reporter, type ReportOptions } from './report.ts';

const leastWidth = 40;
const defaultLimit = 50;
const mostInfos = 20;

/** Wraps at spaces; a word that is longer than a line stays whole, so that ids and paths can be copied. */
function wrap(text: string, first: string, next: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

function notes(d: Diagnostic, indent: string, width: number, paint: Painter): readonly string[] {
  const note = (name: string, text: string): readonly string[] =>
    wrap(printable(text), `${indent}= ${name}: `, `${indent}  ${' '.repeat(name.length + 2)}`, width).map((line, i) =>
      i === 0 ? line.replace(`= ${name}:`, () => `${paint.dim('=')} ${paint.bold(`${name}:`)}`) : line,
    );
  return [
    ...(d.hint ? note('help', d.hint) : []),
    ...(d.source ? note('source', d.source) : []),
    ...(d.waived ? note('waived', d.waived.reason) : []),
    ...note('more', `drplan explain ${d.rule}`),
  ];
}

/** One finding as users of rustc and ruff know it. */
function block(d: Diagnostic, width: number, paint: Painter): string {
  const { range } = d;
  const gutter = String(range.endLine).length;
  const indent = ' '.repeat(gutter);
  const tag = `${d.severity}[${d.rule}]`;
  const [head = '', ...rest] = wrap(printable(d.message), `${tag}: `, '  ', width);
  const painted = head.startsWith(tag) ? `${paint[d.severity](tag)}${paint.bold(head.slice(tag.length))}` : head;
  const place = `${indent}${paint.dim('-->')} ${printable(d.file)}:${range.line}:${range.column}`;
  const framed = frameLines(
    { ...range, frame: d.frame ?? [] },
    printable(d.label ?? ''),
    Math.max(leastWidth, width) - gutter - 3,
    paint[d.severity],
    paint.dim,
  );
  const related = (d.related ?? []).flatMap((r) => [
    ...wrap(
      printable(r.message),
      `${indent}${paint.dim(':::')} ${printable(r.file)}:${r.range.line}:${r.range.column}: `,
      `${indent}    `,
      width,
    ),
  ]);
  const body = framed.length > 0 ? framed : [`${indent} ${paint.dim('|')}`];
  return [painted, ...rest.map(paint.bold), place, ...body, ...related, ...notes(d, ` ${indent}`, width, paint)].join(
    '\n',
  );
}

/** What is only told: one line, wrapped. */
function info(d: Diagnostic, width: number, paint: Painter): readonly string[] {
  const place = `${printable(d.file)}:${d.range.line}`;
  const [head = '', ...rest] = wrap(printable(`${place}: ${d.message} [${d.rule}]`), 'info: ', '  ', width);
  return [`${paint.info('info:')}${head.slice('info:'.length)}`, ...rest];
}

/** So many findings are seen at one glance; more begin with what to mend first. */
const atAGlance = 10;

/** A message that names many elements is told in full further down. */
const mostSaid = 160;
const cut = (message: string): string =>
  message.length > mostSaid ? `${message.slice(0, message.lastIndexOf(' ', mostSaid))} …` : message;

/** What to mend first, a line each. */
function firstLines({ first }: Report, problems: number, width: number, paint: Painter): readonly string[] {
  const number = (i: number): string => `${i + 1}.`.padStart(3);
  const lines = first.flatMap(({ diagnostic: d, others }, i) => {
    const more = others > 0 ? `, and ${others} more of this rule` : '';
    const says = printable(`${d.severity} ${d.file}:${d.range.line}: ${cut(d.message)} [${d.rule}]${more}`);
    const [head = '', ...rest] = wrap(says, `${number(i)} `, '    ', width);
    return [head.replace(d.severity, () => paint[d.severity](d.severity)), ...rest];
  });
  return [paint.bold(`What to mend first, of ${counted(problems, 'finding')}:`), ...lines];
}

function render(report: Report, options: ReportOptions = {}): string {
  const paint = options.paint ?? noPaint;
  const width = options.width === undefined ? 120 : Math.max(leastWidth, options.width);
  // What the plan waives was decided by somebody: it is counted in the last line, and JSON has it.
  const open = report.diagnostics.filter((d) => !d.waived);
  const problems = open.filter((d) => d.severity !== 'info');
  const shown = problems.slice(0, options.limit ?? defaultLimit);
  const more = problems.length - shown.length;
  const blocks = shown.map((d) => `${block(d, width, paint)}\n`);
  if (problems.length > atAGlance) blocks.unshift(`${firstLines(report, problems.length, width, paint).join('\n')}\n`);
  if (more > 0) blocks.push(`… and ${counted(more, 'more finding')}; --format json has all\n`);
  // Nothing is wrong there: a line each, below what has to be done.
  const known = open.filter((d) => d.severity === 'info');
  const lines = known.slice(0, mostInfos).flatMap((d) => info(d, width, paint));
  if (known.length > mostInfos)
    lines.push(`… and ${counted(known.length - mostInfos, 'more finding')}; --format json has all`);
  if (lines.length > 0) blocks.push(`${lines.join('\n')}\n`);
  return blocks.join('\n');
}

/** The default: each finding with its source line, what helps, and where to read on. */
export const text: Reporter = { name: 'text', description: 'with source lines, for people', render };
