import { displayWidth, printable } from '../diagnostics/printable.ts';

const tabWidth = 4;
/** Lines of a long place that are shown before it is cut. */
const maxLines = 4;

/** A source line as it is shown, and the display column of each of its UTF-16 columns. */
export function shownLine(line: string): { readonly text: string; readonly columnAt: (column: number) => number } {
  const show = (part: string): string => printable(part.replaceAll('\t', ' '.repeat(tabWidth)));
  return { text: show(line), columnAt: (column) => displayWidth(show(line.slice(0, Math.max(0, column - 1)))) };
}

interface FramePart {
  readonly frame: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Cuts a long source line around the columns that matter, so that the underline stays visible. */
function cutTo(
  text: string,
  from: number,
  to: number,
  room: number,
): { readonly text: string; readonly shift: number; readonly width: number } {
  const width = Math.max(1, to - from);
  if (displayWidth(text) <= room || text.length !== displayWidth(text)) return { text, shift: from, width };
  const start = from + Math.min(width, room - 2) + 1 <= room ? 0 : Math.max(0, from - Math.floor(room / 3));
  const head = start > 0 ? '…' : '';
  const piece = text.slice(start, start + room - 2 * head.length);
  const tail = start + piece.length < text.length ? '…' : '';
  const shown = `${head}${tail ? piece.slice(0, room - head.length - 1) : piece}${tail}`;
  const shift = from - start + head.length;
  return { text: shown, shift, width: Math.max(1, Math.min(width, displayWidth(shown) - shift)) };
}

/**
 * The source lines of a place with an underline of its true width in a terminal; a place of several lines has a bar
 * beside them. `underline` paints the marks, `room` is the width for source text.
 */
export function frameLines(
  part: FramePart,
  label: string,
  room: number,
  underline: (text: string) => string,
  dim: (text: string) => string,
): readonly string[] {
  const first = part.frame[0];
  if (first === undefined) return [];
  const gutter = String(part.endLine).length;
  const bar = (number: string): string => dim(`${number.padStart(gutter)} |`);
  const line = shownLine(first);
  if (part.endLine === part.line) {
    const from = line.columnAt(part.column);
    const cut = cutTo(line.text, from, line.columnAt(part.endColumn + 1), room);
    const marks = `${'^'.repeat(cut.width)}${label === '' ? '' : ` ${label}`}`;
    return [
      bar(''),
      `${bar(String(part.line))} ${cut.text}`,
      `${bar('')} ${' '.repeat(cut.shift)}${underline(marks)}`,
      bar(''),
    ];
  }
  const shown = part.frame.slice(0, maxLines);
  const rows = shown.map(
    (text, i) => `${bar(String(part.line + i))} ${underline('|')} ${cutTo(shownLine(text).text, 0, 1, room - 2).text}`,
  );
  const rest = part.endLine - part.line + 1 - shown.length;
  const more = rest > 0 ? [`${bar('')} ${underline('|')} … ${rest} more line${rest === 1 ? '' : 's'}`] : [];
  return [bar(''), ...rows, ...more, `${bar('')} ${underline(`|_^${label === '' ? '' : ` ${label}`}`)}`, bar('')];
}
