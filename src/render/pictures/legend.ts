import { room, sizes } from './sheet.ts';
import { textAt } from './svg.ts';
import { cutText, textWidth } from './text-width.ts';

/** One mark and what it means; drawn into a field of `symbol` from a place. */
export interface LegendItem {
  readonly text: string;
  readonly draw: (x: number, y: number) => string;
}

/** The field of a mark. */
export const symbol = { w: 24, h: 10 } as const;

const rowHeight = 14;
const gap = 12;

interface Place {
  readonly item: LegendItem;
  readonly x: number;
  readonly row: number;
}

function placesOf(items: readonly LegendItem[]): readonly Place[] {
  let [x, row] = [0, 0];
  return items.map((item) => {
    const w = symbol.w + 4 + Math.min(textWidth(item.text, sizes.least, 'plain'), room.width - symbol.w - 4);
    if (x > 0 && x + w > room.width) [x, row] = [0, row + 1];
    const place = { item, x, row };
    x += w + gap;
    return place;
  });
}

/** The height a legend takes below its picture. */
export const legendHeight = (items: readonly LegendItem[]): number =>
  items.length === 0 ? 0 : 8 + (Math.max(...placesOf(items).map((p) => p.row)) + 1) * rowHeight;

/** What the marks of a picture mean, in rows below it. */
export const legend = (items: readonly LegendItem[], y: number): readonly string[] =>
  placesOf(items).map(({ item, x, row }) => {
    const top = y + 8 + row * rowHeight;
    const text = cutText(item.text, room.width - x - symbol.w - 4, sizes.least, 'plain');
    return (
      item.draw(x, top) + textAt(x + symbol.w + 4, top + symbol.h - 2.4, text, { size: sizes.least, face: 'plain' })
    );
  });
