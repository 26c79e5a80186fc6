import type { Cell, FarmFrame, HostBox, HostSeries } from '../../binder/pictures/picture.ts';
import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { type LegendItem, legend, legendHeight, symbol } from './legend.ts';
import { marginOf, shape } from './shapes.ts';
import { headHeight, type Picture, room, sheetSvg, sheetTitle, sizes } from './sheet.ts';
import { rect, textAt, titled } from './svg.ts';
import { cutText, textWidth, wrapText } from './text-width.ts';

/** Something that stands on a sheet as a whole, as wide as the sheet. */
interface Block {
  readonly height: number;
  readonly draw: (y: number) => string;
  /** The ids in it. */
  readonly ids: readonly string[];
}

/** Pictures of one kind in a binder: more nobody leafs through. */
const mostPictures = 60;

const lineHeight = 10;
const margin = 8;
const gap = 6;
const perRow = 4;
/** Rows of machines that one box holds before it is continued in another. */
const mostRows = 8;
const cellWidth = (left: number): number => (room.width - 2 * left - (perRow - 1) * gap) / perRow;

interface CellLine {
  readonly text: string;
  readonly face: 'monoBold' | 'plain';
  readonly size: number;
}

function cellLines({ label, notes }: Cell, width: number): readonly CellLine[] {
  const inner = width - 10;
  const plain = (text: string, size: number, most: number): CellLine[] =>
    wrapText(text, inner, size, 'plain', most).map((l) => ({ text: l, face: 'plain' as const, size }));
  return [
    ...wrapText(label.id, inner, sizes.text, 'monoBold', 2).map((text) => ({
      text,
      face: 'monoBold' as const,
      size: sizes.text,
    })),
    ...(label.name === label.id ? [] : plain(label.name, sizes.text, 2)),
    ...notes.flatMap((note) => plain(note, sizes.least, 3)),
  ];
}

const said = ({ label, notes }: Cell): string =>
  [label.id === '' || label.id === label.name ? label.name : `${label.id} (${label.name})`, ...notes].join(', ');

/** Cells beside and below each other, each row as high as its highest. */
function grid(cells: readonly Cell[], kind: string, left: number): Block {
  const width = cellWidth(left);
  const lines = cells.map((cell) => cellLines(cell, width - marginOf(kind)[0]));
  const rows: { readonly from: number; readonly height: number }[] = [];
  for (let from = 0; from < cells.length; from += perRow) {
    const most = Math.max(...lines.slice(from, from + perRow).map((own) => own.length));
    rows.push({ from, height: most * lineHeight + 6 + marginOf(kind)[1] });
  }
  return {
    height: rows.reduce((sum, row) => sum + row.height + gap, 0),
    ids: cells.map((cell) => cell.label.id),
    draw: (top) => {
      let y = top;
      return rows
        .map(({ from, height }) => {
          const own = cells.slice(from, from + perRow).map((cell, i) => {
            const x = left + i * (width + gap);
            const inset = marginOf(kind)[1];
            const texts = (lines[from + i] as readonly CellLine[]).map(({ text, face, size }, k) =>
              textAt(x + 5 + marginOf(kind)[0] / 2, y + 3 + inset * 0.8 + (k + 1) * lineHeight - 2.4, text, {
                size,
                face,
              }),
            );
            return titled(said(cell), [
              shape(kind, { x, y, w: width, h: height }, { heavy: cell.heavy, external: false }),
              ...texts,
            ]);
          });
          y += height + gap;
          return own.join('');
        })
        .join('');
    },
  };
}

/** The head of a frame or a box: identifier and name, then what is to be known in small letters. */
function head({ label, notes }: Pick<HostBox, 'label' | 'notes'>, left: number, suffix: string): Block {
  const width = room.width - 2 * left;
  const size = sizes.text + 0.5;
  const id = cutText(label.id, width * 0.5, size, 'monoBold');
  const at = label.id === '' ? left : left + textWidth(id, size, 'monoBold') + 6;
  const face = label.id === '' ? 'bold' : 'plain';
  const words = [label.name === label.id ? '' : label.name, suffix].filter(Boolean).join(' ');
  const name = cutText(words, room.width - left - at, size, face);
  const small = wrapText(notes.join('; '), width, sizes.least, 'plain', 4);
  return {
    height: (1 + small.length) * lineHeight + 4,
    ids: [],
    draw: (y) =>
      textAt(left, y + lineHeight, id, { size, face: 'monoBold' }) +
      textAt(at, y + lineHeight, name, { size, face }) +
      small
        .map((text, i) => textAt(left, y + (i + 2) * lineHeight, text, { size: sizes.least, face: 'plain' }))
        .join(''),
  };
}

/** A host with its machines; a large one as several boxes. */
function hostBlocks(host: HostBox, texts: PictureTexts): readonly Block[] {
  const size = mostRows * perRow;
  const count = Math.max(1, Math.ceil(host.cells.length / size));
  return Array.from({ length: count }, (_, i): Block => {
    const left = 2 * margin;
    const top = head(host, left, count > 1 ? `(${texts.part(i + 1, count)})` : '');
    const cells = host.cells.slice(i * size, (i + 1) * size);
    const none = cells.length === 0;
    const body = grid(cells, 'virtualMachine', left);
    const height = top.height + (none ? lineHeight + 4 : body.height) + 6;
    return {
      height: height + gap,
      ids: [host.label.id, ...body.ids].filter(Boolean),
      draw: (y) =>
        titled(said(host), [
          rect(margin, y, room.width - 2 * margin, height, { width: host.heavy ? 2 : 0.75, fill: '#fff' }),
          top.draw(y + 2),
          none
            ? textAt(left, y + top.height + lineHeight, texts.noMachines, { size: sizes.least, face: 'plain' })
            : body.draw(y + top.height + 6),
        ]),
    };
  });
}

interface Section {
  readonly title: (suffix: string) => Block;
  readonly blocks: readonly Block[];
}

function sectionOf(farm: FarmFrame, texts: PictureTexts): Section {
  const stores: Block[] = [];
  const size = mostRows * perRow;
  for (let i = 0; i < farm.stores.length; i += size)
    stores.push(grid(farm.stores.slice(i, i + size), 'storage', margin));
  return {
    title: (suffix) => head({ label: farm.title, notes: farm.notes }, margin, suffix),
    blocks: [...farm.hosts.flatMap((host) => hostBlocks(host, texts)), ...stores],
  };
}

function legendOf(series: HostSeries, texts: PictureTexts): readonly LegendItem[] {
  const { w, h } = symbol;
  const mark = (text: string, kind: string, heavy = false): LegendItem => ({
    text,
    draw: (x, y) => shape(kind, { x: x + 1, y: y - 1, w: w - 2, h: h + 1 }, { heavy, external: false }),
  });
  const cells = series.farms.flatMap((f) => [...f.stores, ...f.hosts, ...f.hosts.flatMap((host) => host.cells)]);
  return [
    mark(texts.legend.host, 'server'),
    mark(texts.legend.machine, 'virtualMachine'),
    ...(series.farms.some((f) => f.stores.length > 0) ? [mark(texts.legend.store, 'storage')] : []),
    ...(cells.some((cell) => cell.heavy) ? [mark(texts.legend.heavy, 'server', true)] : []),
  ];
}

/** Hosts and machines as boxes in boxes, filled into as many sheets as they need. */
export function drawHosts(
  series: HostSeries,
  texts: PictureTexts,
): { readonly pictures: readonly Picture[]; readonly notDrawn: readonly string[] } {
  const items = legendOf(series, texts);
  const bottom = room.height - legendHeight(items) - 2;
  const sheets: { parts: string[]; ids: string[]; end: number }[] = [];
  const open = (): (typeof sheets)[0] => {
    const sheet = { parts: [], ids: [], end: headHeight };
    sheets.push(sheet);
    return sheet;
  };
  let sheet = open();
  for (const farm of series.farms) {
    const { title, blocks } = sectionOf(farm, texts);
    let [from, y] = [-1, 0];
    const close = (): void => {
      if (from < 0) return;
      sheet.parts.unshift(rect(0.5, from, room.width - 1, y - from, { width: 0.75, dash: '4 2', round: 4 }));
      sheet.end = y + gap;
      from = -1;
    };
    blocks.forEach((block, i) => {
      const top = title(i === 0 ? '' : texts.goesOn);
      if (from >= 0 && y + block.height > bottom) {
        close();
        sheet = open();
      }
      if (from < 0) {
        if (sheet.end > headHeight && sheet.end + top.height + block.height > bottom) sheet = open();
        from = sheet.end;
        y = from + top.height + 4;
        sheet.parts.push(top.draw(from + 1));
      }
      sheet.parts.push(block.draw(y));
      sheet.ids.push(...block.ids);
      y += block.height;
    });
    close();
  }
  const kept = sheets.slice(0, mostPictures);
  const drawn = new Set(kept.flatMap((s) => s.ids));
  const notDrawn = [...new Set(sheets.slice(mostPictures).flatMap((s) => s.ids))].filter((id) => !drawn.has(id));
  const pictures = kept.map(({ parts, ids, end }, i) => {
    const own = `${series.letter}${i + 1}`;
    return sheetSvg({
      id: `picture-${own.toLowerCase()}`,
      ...sheetTitle(series.title, { letter: series.letter, at: i, of: kept.length, missing: notDrawn.length }, texts),
      description: texts.hostsSay(ids.join(', ')),
      height: end + legendHeight(items),
      parts: [...parts, ...legend(items, end - gap)],
    });
  });
  return { pictures, notDrawn };
}
