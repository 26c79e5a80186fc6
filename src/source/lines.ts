import type { Range } from '../diagnostics/location.ts';

/** A text whose offsets (UTF-16 units, from 0) can be told as lines and columns, both from 1. */
export interface Lines {
  readonly text: string;
  /** `[start, end)` as a {@link Range}, end included; an empty span is one column wide. */
  readonly range: (start: number, end: number) => Range;
  /** One line without its line break; empty beyond the end. */
  readonly line: (number: number) => string;
}

/** Where lines start. LF, CR LF and a lone CR end a line (YAML 1.2.2 §5.4). */
function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The last index whose start is not behind `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Counts lines when first asked: most files have nothing to report. A leading byte order mark has no column. */
export function linesOf(text: string): Lines {
  let counted: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    counted ??= startsOf(text);
    return counted;
  };
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const place = (offset: number): readonly [line: number, column: number] => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const line = lineAt(starts(), at);
    return [line + 1, Math.max(1, at - (starts()[line] as number) + 1 - (line === 0 ? bom : 0))];
  };
  return {
    text,
    range: (start, end) => {
      const [line, column] = place(start);
      const [endLine, endColumn] = place(Math.max(start, end - 1));
      return { line, column, endLine, endColumn };
    },
    line: (number) => {
      const start = starts()[number - 1];
      if (start === undefined) return '';
      return text.slice(number === 1 ? bom : start, starts()[number] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}
