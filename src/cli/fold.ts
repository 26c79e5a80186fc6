import { displayWidth } from '../diagnostics/printable.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
const colours = /\u001b\[[\d;]*m/g;

const widthOf = (text: string): number => displayWidth(text.replace(colours, ''));

/** Where a line is broken: the last space up to the edge with words before it, else the first one behind it. */
function breakOf(line: string, columns: number): number {
  let found = -1;
  for (let at = line.search(/\S/); at >= 0; ) {
    const next = line.indexOf(' ', at + 1);
    if (next < 0 || line.slice(next).trim() === '') return found;
    if (widthOf(line.slice(0, next)) > columns) return found < 0 ? next : found;
    found = next;
    at = next;
  }
  return found;
}

/** Breaks lines that are wider than the terminal at spaces, what follows a little further in; a word stays whole. */
export function fold(text: string, columns: number): string {
  const lines = text.split('\n').flatMap((line) => {
    const indent = `${/^ */.exec(line)?.[0] ?? ''}  `;
    const folded: string[] = [];
    let rest = line;
    while (widthOf(rest) > columns) {
      const at = breakOf(rest, columns);
      if (at < 0) break;
      folded.push(rest.slice(0, at).trimEnd());
      rest = indent + rest.slice(at).trimStart();
    }
    return [...folded, rest];
  });
  return lines.join('\n');
}
