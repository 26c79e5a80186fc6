import type { Sink } from '../ports.ts';

/** The signs that drplan writes, for terminals that have none. Letters of the plan stay: a name is never rewritten. */
const signs: Readonly<Record<string, string>> = {
  '…': '...',
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '–': '-',
  '—': '-',
  '·': '|',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '§': 'sec. ',
  '│': '|',
  '─': '-',
  '├': '+',
  '└': '+',
  '✓': '[x]',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};

/** Padding behind a sign that has become wider gives way, so that columns stay below each other. */
const widened = new RegExp(`([${Object.keys(signs).join('')}])( *)`, 'g');

/** Breaks a line that has become too long, at the last space before the edge. */
function fold(line: string, columns: number): string {
  const indent = `${/^ */.exec(line)?.[0] ?? ''}  `;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const at = rest.lastIndexOf(' ', columns);
    if (rest.slice(0, at).trim() === '') break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = indent + rest.slice(at).trimStart();
  }
  return [...lines, rest].join('\n');
}

/** A text for people with `->`, `[x]` and `+--` instead of signs; with `columns`, lines that fitted still fit. */
export function asciiSigns(text: string, columns: number | undefined): string {
  const lines = text.split('\n').map((line) => {
    const written = line.replace(widened, (_, sign: string, spaces: string) => {
      const word = signs[sign] ?? sign;
      return word + (spaces.length > 1 ? ' '.repeat(Math.max(1, spaces.length - word.length + 1)) : spaces);
    });
    return columns !== undefined && line.length <= columns ? fold(written, columns) : written;
  });
  return lines.join('\n');
}

/** A sink for terminals without signs; nothing moves on it either. */
export const asciiSink = (sink: Sink): Sink => ({
  ...sink,
  write: (text) => sink.write(asciiSigns(text, sink.columns)),
});

/** Whether somebody said that the terminal knows ASCII only; where nobody said anything, it is taken to know more. */
export function hasPlainLocale(env: Readonly<Record<string, string | undefined>>): boolean {
  const said = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return said === 'C' || said === 'POSIX';
}
