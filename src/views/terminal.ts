/** Text for terminals: widths in columns, nothing in it that could move the cursor. */
import { displayWidth, printable } from '../diagnostics/printable.ts';

/** Text of a plan as a terminal may show it: control and direction characters as `\x1b`. */
export const safe = (text: string): string => printable(text);

/** Minutes as hours and minutes: `0:05`, `26:10`. */
export function elapsed(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Minutes as people write durations: `45m`, `4h`, `1h 30m`, `3d`. */
export function inWords(minutes: number): string {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  const parts = [days > 0 ? `${days}d` : '', hours > 0 ? `${hours}h` : '', rest > 0 ? `${rest}m` : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : '0m';
}

/**
 * Wraps at spaces. The first line begins with `first`, the others with `indent`; a word longer than a line stays whole,
 * so that ids can be copied.
 */
export function wrap(text: string, width: number, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let used = displayWidth(first);
  let empty = true;
  for (const word of text.trim().split(/ +/)) {
    const wide = displayWidth(word);
    if (!empty && used + 1 + wide > width) {
      lines.push(line);
      line = indent;
      used = displayWidth(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    used += empty ? wide : wide + 1;
    empty = false;
  }
  lines.push(line);
  return lines;
}

/** Fills up to a width in columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** On a narrower terminal a table that does not fit is a list: each cell with its head before it. */
const leastForTables = 60;

/** Rows under a head, columns as wide as their widest cell; the last column takes what is left and wraps. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = head.map((h, i) => Math.max(displayWidth(h), ...rows.map((r) => displayWidth(r[i] ?? ''))));
  const last = head.length - 1;
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + 2, 0);
  if (width < leastForTables && before > width - 20) {
    return rows.flatMap((cells) => {
      const said = cells.map((cell, i) => (i === 0 ? cell : `${head[i]} ${cell}`.trim())).filter((_, i) => cells[i]);
      return wrap(said.join(', '), width, '    ', '');
    });
  }
  const line = (cells: readonly string[]): string[] => {
    const start = cells
      .slice(0, last)
      .map((cell, i) => `${pad(cell, widths[i] as number)}  `)
      .join('');
    const end = cells[last] ?? '';
    if (before + displayWidth(end) <= width || before > width - 20) return [(start + end).trimEnd()];
    return wrap(end, width, ' '.repeat(before), start);
  };
  return [
    ...line(head),
    ...line(head.map((h, i) => '-'.repeat(i === last ? displayWidth(h) : (widths[i] as number)))),
    ...rows.flatMap(line),
  ];
}
