import type { GraphNode } from '../../binder/pictures/picture.ts';
import { marginOf } from './shapes.ts';
import { sizes } from './sheet.ts';
import { type TextStyle, textAt } from './svg.ts';
import { cutText, type Face, textWidth, wrapText } from './text-width.ts';

interface Run {
  readonly x: number;
  readonly text: string;
  readonly style: TextStyle;
}

/** Lines of text and the room they take. */
export interface TextBlock {
  readonly w: number;
  readonly h: number;
  readonly lines: readonly { readonly height: number; readonly runs: readonly Run[] }[];
}

const lineHeight = 10;
const padding = { x: 5, y: 3 } as const;
const widest = { id: 94, name: 90, note: 100, listId: 110, listName: 104 } as const;

/** Lines below each other, each in the middle. */
export function centred(
  lines: readonly { readonly text: string; readonly face: Face; readonly size: number }[],
): TextBlock {
  const inner = Math.max(20, ...lines.map((l) => textWidth(l.text, l.size, l.face)));
  const w = inner + 2 * padding.x;
  return {
    w,
    h: lines.length * lineHeight + 2 * padding.y,
    lines: lines.map(({ text, face, size }) => ({
      height: lineHeight,
      runs: [{ x: w / 2, text, style: { size, face, anchor: 'middle' as const } }],
    })),
  };
}

/** Lines of an identifier and where it is drawn. */
export function references(rows: readonly { readonly id: string; readonly where: string }[]): TextBlock {
  const ids = rows.map(({ id }) => cutText(id, widest.id, sizes.least, 'mono'));
  const idWidth = Math.max(...ids.map((id) => textWidth(id, sizes.least, 'mono')));
  const whereWidth = Math.max(...rows.map(({ where }) => textWidth(where, sizes.least, 'bold')));
  const column = padding.x + idWidth + 4;
  return {
    w: column + whereWidth + padding.x,
    h: rows.length * lineHeight + 2 * padding.y,
    lines: rows.map(({ where }, i) => ({
      height: lineHeight,
      runs: [
        { x: padding.x, text: ids[i] as string, style: { size: sizes.least, face: 'mono' } },
        { x: column, text: where, style: { size: sizes.least, face: 'bold' } },
      ],
    })),
  };
}

/** The text of a box: identifier, name and notes; of several elements a line each. */
export function boxText({ labels, notes, kind }: GraphNode, also: string): TextBlock {
  const small = [...notes, ...(also === '' ? [] : [also])];
  const noteLines = small.flatMap((note) => wrapText(note, widest.note, sizes.least, 'plain', 3));
  if (labels.length === 1) {
    const { id, name } = labels[0] as GraphNode['labels'][0];
    return centred([
      ...wrapText(id, widest.id, sizes.text, 'monoBold', 2).map((text) => ({
        text,
        face: 'monoBold' as const,
        size: sizes.text,
      })),
      ...(name === id ? [] : wrapText(name, widest.name, sizes.text, 'plain', 2)).map((text) => ({
        text,
        face: 'plain' as const,
        size: sizes.text,
      })),
      ...noteLines.map((text) => ({ text, face: 'plain' as const, size: sizes.least })),
    ]);
  }
  const ids = labels.map(({ id }) => cutText(id, widest.listId, sizes.text, 'monoBold'));
  const names = labels.map(({ id, name }) => (name === id ? '' : cutText(name, widest.listName, sizes.text, 'plain')));
  const idWidth = Math.max(...ids.map((id) => textWidth(id, sizes.text, 'monoBold')));
  const nameWidth = Math.max(...names.map((name) => textWidth(name, sizes.text, 'plain')));
  const noteWidth = Math.max(0, ...noteLines.map((l) => textWidth(l, sizes.least, 'plain')));
  const w = Math.max(idWidth + (nameWidth > 0 ? 6 + nameWidth : 0), noteWidth) + 2 * padding.x;
  const left = padding.x + marginOf(kind)[0] / 2;
  const plain = (text: string, x: number, size: number, face: Face): Run => ({
    x: x - left + padding.x,
    text,
    style: { size, face },
  });
  return {
    w,
    h: (labels.length + noteLines.length) * lineHeight + 2 * padding.y,
    lines: [
      ...ids.map((id, i) => ({
        height: lineHeight,
        runs: [
          plain(id, left, sizes.text, 'monoBold'),
          ...(names[i] === '' ? [] : [plain(names[i] as string, left + idWidth + 6, sizes.text, 'plain')]),
        ],
      })),
      ...noteLines.map((text) => ({ height: lineHeight, runs: [plain(text, left, sizes.least, 'plain')] })),
    ],
  };
}

/** The lines of a block, its upper left corner at a place. */
export function drawText({ lines }: TextBlock, x: number, y: number): string {
  let base = y + padding.y;
  return lines
    .map(({ height, runs }) => {
      base += height;
      return runs.map((run) => textAt(x + run.x, base - 2.4, run.text, run.style)).join('');
    })
    .join('');
}
