import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Report, Reporter } from './report.ts';
import { severeFirst } from './severe-first.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** The message of a workflow command. */
export const commandData = (text: string): string =>
  // Line ends are shown as \\x0a like every control character, so that only the percent sign is left to encode.
  printable(text).replaceAll('%', '%25');

/** A property of a workflow command: `:` and `,` end one. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function command(d: Diagnostic, prefix: string): string {
  const { line, column, endLine, endColumn } = d.range;
  const properties = [
    ['file', `${prefix}${d.file}`],
    ['line', line],
    ['endLine', endLine],
    // Columns are only taken within one line; the runner refuses them otherwise.
    ...(line === endLine
      ? [
          ['col', column],
          ['endColumn', endColumn],
        ]
      : []),
    ['title', `drplan ${d.rule}`],
  ] as const;
  const given = properties.map(([key, value]) => `${key}=${commandProperty(String(value))}`).join(',');
  // The line end between the two is ours; those of the plan are shown, not obeyed.
  const message = [d.message, ...(d.hint ? [d.hint] : [])].map(commandData).join('%0A');
  return `::${commands[d.severity]} ${given}::${message}\n`;
}

/** GitHub shows ten of a kind a step: the most severe come first. The step summary has them all. */
const render = ({ diagnostics, prefix }: Report): string =>
  severeFirst(diagnostics)
    .map((d) => command(d, prefix))
    .join('');

/** Annotations on the changed lines, by workflow commands of GitHub Actions. */
export const github: Reporter = { name: 'github', description: 'annotations of GitHub Actions', render };
