import type { TimetableGroup, TimetableRow, TimetableSeries } from '../../binder/pictures/picture.ts';
import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { type LegendItem, legend, legendHeight, symbol } from './legend.ts';
import { headHeight, type Picture, room, sheetSvg, sheetTitle, sizes } from './sheet.ts';
import { hatch, line, n, path, rect, textAt, titled } from './svg.ts';
import { cutText, textWidth } from './text-width.ts';

// In points. Two lines a row: what is done; who does it, and below the bar what was promised.
const letters = 8;
const rowHeight = 20;
const groupHeight = 14;
const column = { number: 20, step: 26, chart: 196 } as const;
const right = room.width - 4;

interface Axis {
  readonly x: (minute: number) => number;
  readonly ticks: TimetableSeries['ticks'];
  readonly hasClock: boolean;
}

const axisOf = ({ end, ticks }: TimetableSeries): Axis => ({
  x: (minute) => column.chart + ((right - column.chart) * Math.max(0, Math.min(minute, end))) / end,
  ticks,
  hasClock: ticks.some((t) => t.moment !== ''),
});

/** Full height: needs its people. Half: runs alone. Hatched with a thick frame: critical. */
function barOf(
  { start, end, attended, critical }: Pick<TimetableRow, 'start' | 'end' | 'attended' | 'critical'>,
  y: number,
  x: Axis['x'],
): string {
  const [from, to] = [x(start), x(end)];
  if (end <= start) return path(`M${n(from)} ${n(y)}l4 4.5l-4 4.5l-4 -4.5z`, { fill: critical ? '#000' : '#fff' });
  const alone = x(Math.min(end, start + attended));
  const style = { width: critical ? 1.5 : 0.75, fill: '#fff' as const };
  const part = (a: number, b: number, top: number, height: number): string => {
    const width = Math.max(b - a, 1.5);
    return rect(a, top, width, height, style) + (critical ? hatch(a, top, width, height, 2.6) : '');
  };
  return (to - alone > 0.2 ? part(alone, to, y + 2.5, 4) : '') + (alone - from > 0.2 ? part(from, alone, y, 9) : '');
}

/** A flag where a promise ends: white while it is kept, black when it is broken. */
const flag = (x: number, y: number, kept: boolean): string =>
  path(`M${n(x)} ${n(y + rowHeight - 2)}V${n(y + 1)}l5 2.5l-5 2.5`, { width: 1, fill: kept ? '#fff' : '#000' });

/** The words of promises, as near to their flags as there is room in the row. */
function promiseText(row: TimetableRow, y: number, { x }: Axis, end: number): string {
  if (row.promises.length === 0) return '';
  const broken = row.promises.some((p) => !p.kept);
  const face = broken ? 'bold' : 'plain';
  const text = cutText(row.promises.map((p) => p.text).join(', '), right - column.chart, sizes.least, face);
  const width = textWidth(text, sizes.least, face);
  const flags = row.promises.filter((p) => p.at >= 0 && p.at <= end).map((p) => x(p.at));
  const behind = Math.max(...flags) + 3;
  const before = Math.min(...flags) - 3 - width;
  const at = flags.length > 0 && behind + width <= right ? behind : Math.min(before, right - width);
  // No mark of the axis may run through a letter.
  return (
    rect(at - 1, y + 11, width + 2, 7.8, { fill: '#fff' }).replace(/ stroke="#000" stroke-width="[\d.]+"/, '') +
    textAt(at, y + 17.3, text, { size: sizes.least, face })
  );
}

function rowSvg(row: TimetableRow, y: number, axis: Axis, end: number): string {
  const { number, label, does, who, critical, when, promises } = row;
  const verb = does === '' ? '' : `${cutText(does, 60, letters, 'plain')} `;
  const at = column.step + textWidth(verb, letters, 'plain');
  const id = cutText(label.id, column.chart - at - 6, letters, 'monoBold');
  const name = label.name === label.id ? '' : label.name;
  // Who does it is never pushed out by a long name.
  const width = column.chart - column.step - 6;
  const person = cutText(who, width * 0.6, letters, 'plain');
  const left = width - textWidth(person === '' ? '' : ` · ${person}`, letters, 'plain');
  const below = [cutText(name, left, letters, 'plain'), person].filter(Boolean).join(' · ');
  const words = [`${number} ${does} ${label.id}`.trim(), name, when, who, ...promises.map((p) => p.text)];
  const waits = row.start - row.ready > 0 && row.end > row.start;
  return titled(words.filter(Boolean).join('; '), [
    textAt(column.number, y + 8.5, number, { size: letters, face: critical ? 'bold' : 'plain', anchor: 'end' }),
    critical ? path(`M2 ${n(y + 11.5)}h5l3 3l-3 3h-5z`, { fill: '#000' }) : '',
    textAt(column.step, y + 8.5, verb.trim(), { size: letters, face: 'plain' }),
    textAt(at, y + 8.5, id, { size: letters, face: 'monoBold' }),
    textAt(column.step, y + 16.8, below, { size: letters, face: 'plain' }),
    waits ? line(axis.x(row.ready), y + 5.5, axis.x(row.start), y + 5.5, { width: 1, dash: '1 2.5' }) : '',
    barOf(row, y + 1, axis.x),
    promiseText(row, y, axis, end),
    ...promises.filter((p) => p.at >= 0 && p.at <= end).map((p) => flag(axis.x(p.at), y, p.kept)),
  ]);
}

/** The marks of the axis from one height to another, with their times above; words that would run together are left out. */
function axisSvg({ x, ticks, hasClock }: Axis, top: number, bottom: number): readonly string[] {
  const row = (words: (tick: Axis['ticks'][0]) => string, y: number): string => {
    let free = column.chart - 24;
    return ticks
      .map((tick) => {
        const text = words(tick);
        const width = textWidth(text, letters, 'plain');
        const at = Math.max(free, Math.min(x(tick.at) - width / 2, room.width - width));
        if (text === '' || at > x(tick.at) + 1) return '';
        free = at + width + 5;
        return textAt(at, y, text, { size: letters, face: 'plain' });
      })
      .join('');
  };
  return [
    row((t) => t.text, top - 4),
    hasClock ? row((t) => t.moment, top - 14) : '',
    ...ticks.map((t) => line(x(t.at), top, x(t.at), bottom, { width: 0.5, dash: '0.5 3' })),
  ];
}

function legendOf(series: TimetableSeries, texts: PictureTexts): readonly LegendItem[] {
  const rows = series.groups.flatMap((g) => g.rows);
  const { w, h } = symbol;
  const bar = (part: { attended: number; critical: boolean }) => (x: number, y: number) =>
    barOf({ start: 0, end: w, ...part }, y + 0.5, (minute) => x + minute);
  const has = (test: (row: TimetableRow) => boolean): boolean => rows.some(test);
  const all: readonly (readonly [boolean, LegendItem])[] = [
    [true, { text: texts.legend.attended, draw: bar({ attended: w, critical: false }) }],
    [
      has((r) => r.attended < r.end - r.start),
      { text: texts.legend.alone, draw: bar({ attended: 0, critical: false }) },
    ],
    [has((r) => r.critical), { text: texts.legend.critical, draw: bar({ attended: w, critical: true }) }],
    [
      has((r) => r.start > r.ready),
      { text: texts.legend.waiting, draw: (x, y) => line(x, y + h / 2, x + w, y + h / 2, { width: 1, dash: '1 2.5' }) },
    ],
    [
      has((r) => r.end === r.start),
      {
        text: texts.legend.back,
        draw: (x, y) => barOf({ start: 0, end: 0, attended: 0, critical: false }, y + 0.5, () => x + w / 2),
      },
    ],
    [
      has((r) => r.promises.some((p) => p.kept)),
      { text: texts.legend.kept, draw: (x, y) => flag(x + w / 2, y - 6, true) },
    ],
    [
      has((r) => r.promises.some((p) => !p.kept)),
      { text: texts.legend.broken, draw: (x, y) => flag(x + w / 2, y - 6, false) },
    ],
  ];
  return all.filter(([isUsed]) => isUsed).map(([, item]) => item);
}

type Line = { readonly group: TimetableGroup; readonly row?: TimetableRow; readonly goesOn?: boolean };

/** Rows and the heads of their groups, page by page; a group that goes on says so. */
function pagesOf(groups: readonly TimetableGroup[], height: number): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  let used = 0;
  const page = (): Line[] => pages.at(-1) as Line[];
  for (const group of groups) {
    // No head of a group alone at the foot of a page.
    if (used > 0 && used + groupHeight + Math.min(2, group.rows.length) * rowHeight > height) {
      pages.push([]);
      used = 0;
    }
    page().push({ group });
    used += groupHeight;
    for (const row of group.rows) {
      if (used + rowHeight > height) {
        pages.push([{ group, goesOn: true }]);
        used = groupHeight;
      }
      page().push({ group, row });
      used += rowHeight;
    }
  }
  return pages;
}

/** A timetable on as many sheets as it needs, all with the same axis. */
export function drawTimetable(
  series: TimetableSeries,
  texts: PictureTexts,
): { readonly pictures: readonly Picture[]; readonly notDrawn: readonly string[] } {
  const axis = axisOf(series);
  const items = legendOf(series, texts);
  const top = headHeight + (axis.hasClock ? 22 : 12);
  const pages = pagesOf(series.groups, room.height - top - legendHeight(items) - 6);
  const pictures = pages.map((lines, i) => {
    let y = top;
    const drawn = lines.map(({ group, row, goesOn }) => {
      if (row) {
        const svg = rowSvg(row, y, axis, series.end);
        y += rowHeight;
        return line(0, y - 0.5, room.width, y - 0.5, { width: 0.5, dash: '0.5 5' }) + svg;
      }
      const title = cutText(
        goesOn ? `${group.title} ${texts.goesOn}` : group.title,
        room.width - 8,
        letters + 0.5,
        'bold',
      );
      const svg =
        rect(0.5, y + 0.5, room.width - 1, groupHeight - 2, { width: 1, fill: '#fff' }) +
        textAt(4, y + groupHeight - 4, title, { size: letters + 0.5, face: 'bold' });
      y += groupHeight;
      return svg;
    });
    const rows = lines.filter((l) => l.row).length;
    const own = `${series.letter}${i + 1}`;
    return sheetSvg({
      id: `picture-${own.toLowerCase()}`,
      ...sheetTitle(
        series.title,
        { letter: series.letter, at: i, of: pages.length, missing: series.leftOut.length },
        texts,
      ),
      description: texts.timetableSays(rows, series.ticks.at(-1)?.text ?? ''),
      height: y + legendHeight(items),
      parts: [...axisSvg(axis, top, y), ...drawn, ...legend(items, y)],
    });
  });
  return { pictures, notDrawn: series.leftOut };
}
