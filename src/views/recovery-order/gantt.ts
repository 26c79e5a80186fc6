import { displayWidth, printable } from '../../diagnostics/printable.ts';
import type { Model } from '../../model/model.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';
import { elapsed } from '../terminal.ts';
import { type Chart, type ChartRow, chartOf, type Grouping } from './gantt-chart.ts';
import type { RecoveryView } from './view.ts';

// Sixty rows fill a sheet of A4 across: 1120 units are 277 mm, one unit is 0.7 pt.
const width = 1120;
const rowHeight = 11;
const left = { number: 22, mark: 27, step: 34, who: 248 } as const;
const chart = { from: 392, to: 946 } as const;
const promiseAt = 956;
const top = 62;
const character = { plain: 4.4, heavy: 4.7 } as const;

/** Text in SVG: nothing in it is markup, and no character that XML forbids. */
const xml = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** As much of a text as fits into so many units; fonts differ, so it is cut early rather than late. */
function cut(text: string, units: number, weight: keyof typeof character = 'plain'): string {
  const most = Math.floor(units / character[weight]);
  if (displayWidth(text) <= most) return text;
  let short = '';
  for (const char of text) {
    if (displayWidth(short + char) >= most) break;
    short += char;
  }
  return `${short.trimEnd()}…`;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Minutes between two marks of the axis: at most ten of them. */
function tickStep(minutes: number): number {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080, 40_320];
  return steps.find((s) => minutes / s <= 10) ?? Math.ceil(minutes / 10);
}

interface Axis {
  readonly x: (minute: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Marks at full hours and quarters of the clock: at local times, which daylight saving may move on the way. */
function clockTicks(end: number, step: number, clock: Clock): number[] {
  const stride = Math.min(step, 30);
  const ofDay = (minute: number): number => {
    const [hours = 0, minutes = 0] = clock.iso(minute).slice(11, 16).split(':').map(Number);
    return hours * 60 + minutes;
  };
  const found: number[] = [];
  for (let minute = (stride - (ofDay(0) % stride)) % stride; minute <= end; minute += stride) {
    if (ofDay(minute) % Math.min(step, 1440) === 0) found.push(minute);
  }
  const days = Math.max(1, Math.round(step / 1440));
  return found.filter((_, i) => i % days === 0);
}

function axisOf(end: number, clock: Clock | undefined): Axis {
  const step = tickStep(end);
  const even = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
  const at = clock ? clockTicks(end, step, clock) : even;
  return {
    x: (minute) => round(chart.from + ((chart.to - chart.from) * minute) / Math.max(1, end)),
    ticks: at.map((minute, i) => ({
      at: minute,
      label: clock ? clock.next(minute, at[i - 1] ?? 0) : elapsed(minute),
    })),
  };
}

/** Attended time solid, unattended hatched, on the critical path with a heavy frame: it reads in black and white. */
function bar(
  { start, end, attended, critical, slack }: NonNullable<ChartRow['bar']>,
  y: number,
  { x }: Axis,
): string[] {
  const [from, to, alone] = [x(start), x(end), x(start + attended)];
  const [barTop, height] = [y + 1.5, rowHeight - 3];
  const middle = y + rowHeight / 2;
  const parts: string[] = [];
  if (slack > 0) parts.push(`<path class="slack" d="M${to} ${middle}H${x(end + slack)}"/>`);
  if (end === start) {
    parts.push(`<path class="done" d="M${from} ${barTop}l4 ${height / 2}l-4 ${height / 2}l-4 ${-height / 2}z"/>`);
    return parts;
  }
  const rect = (name: string, a: number, b: number): string =>
    `<rect class="${name}" x="${a}" y="${barTop}" width="${round(Math.max(b - a, 0.5))}" height="${height}"/>`;
  if (alone > from) parts.push(rect('attended', from, alone));
  if (to > alone) parts.push(rect('alone', alone, to));
  if (critical) parts.push(rect('critical', from, to));
  return parts;
}

/** A flag where the promise ends; one that is broken is black and says so beside it. */
function flag({ at, kept }: ChartRow['promises'][number], y: number, { x }: Axis): string {
  const [foot, head] = [y + rowHeight - 0.5, y + 0.5];
  return `<path class="${kept ? 'kept' : 'broken'}" d="M${x(at)} ${foot}V${head}h7l-2 2.5l2 2.5h-7"/>`;
}

function rowLines(row: ChartRow, y: number, axis: Axis, end: number): string[] {
  const base = y + 8.3;
  const step = row.bar?.critical ? 'heavy' : 'plain';
  const promise = row.promises.some((p) => !p.kept) ? 'heavy' : 'plain';
  return [
    `<g><title>${xml(row.title)}</title>`,
    ...(row.bar?.critical ? [`<path class="mark" d="M${left.mark} ${y + 2.5}l5 3l-5 3z"/>`] : []),
    `<text x="${left.number}" y="${base}" text-anchor="end">${row.number}</text>`,
    `<text x="${left.step}" class="${step}" y="${base}">${xml(cut(row.label, left.who - left.step - 6, step))}</text>`,
    `<text x="${left.who}" y="${base}">${xml(cut(row.who, chart.from - left.who - 6))}</text>`,
    ...(row.bar ? bar(row.bar, y, axis) : []),
    ...(row.at === undefined
      ? []
      : bar({ start: row.at, end: row.at, attended: 0, critical: false, slack: 0 }, y, axis)),
    ...row.promises.filter((p) => p.at >= 0 && p.at <= end).map((p) => flag(p, y, axis)),
    ...(row.promised === ''
      ? []
      : [
          `<text x="${promiseAt}" class="${promise}" y="${base}">${xml(cut(row.promised, width - promiseAt - 4, promise))}</text>`,
        ]),
    '</g>',
  ];
}

const style = `text{font:8.4px Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#000}
.title{font-size:14px;font-weight:bold}.group{font-weight:bold}.heavy{font-weight:bold}
.band{fill:#e4e4e4}.stripe{fill:#f6f6f6}.tick{stroke:#b0b0b0;stroke-width:.6;fill:none}
.attended{fill:#3b6ea5}.alone{fill:url(#gantt-hatch);stroke:#3b6ea5;stroke-width:.6}
.critical{fill:none;stroke:#000;stroke-width:1.8}.mark,.done{fill:#000}
.slack{stroke:#555;stroke-width:.8;stroke-dasharray:1.5 2;fill:none}
.kept{fill:#fff;stroke:#000;stroke-width:.8}.broken{fill:#000;stroke:#000;stroke-width:.8}`;

/** One of each mark with its meaning, in one line under the title. */
function legend(y: number): string[] {
  const axis: Axis = { x: (minute) => minute, ticks: [] };
  const base = y + 8.3;
  const item = (at: number, parts: readonly string[], text: string): string[] => [
    ...parts,
    `<text x="${at + 34}" y="${base}">${text}</text>`,
  ];
  const of = (start: number, part: Partial<NonNullable<ChartRow['bar']>>): string[] =>
    bar({ start, end: start + 28, attended: 28, critical: false, slack: 0, ...part }, y, axis);
  return [
    ...item(10, of(10, {}), 'needs its people'),
    ...item(130, of(130, { attended: 0 }), 'runs alone'),
    ...item(
      230,
      [...of(230, { critical: true }), `<path class="mark" d="M222 ${y + 2.5}l5 3l-5 3z"/>`],
      'critical path',
    ),
    ...item(340, [`<path class="slack" d="M340 ${y + 5.5}h28"/>`], 'may slip so far'),
    ...item(440, of(460, { end: 460 }), 'comes back by itself, or no time'),
    ...item(610, [flag({ at: 632, kept: true }, y, axis)], 'promised until then, kept'),
    ...item(760, [flag({ at: 782, kept: false }, y, axis)], 'promised until then, broken'),
  ];
}

function describe({ steps, objectives, makespan }: Recovery, clock: Clock | undefined): string {
  const broken = objectives.filter((o) => o.verdict !== 'met').length;
  const begin = clock ? `It begins ${clock.moment(0)} (${clock.zone}) and ends ${clock.moment(makespan)}. ` : '';
  return `${begin}${steps.length} steps over ${elapsed(makespan)} hours; ${broken} of ${objectives.length} promises are broken.`;
}

/** Draws groups of rows below each other, with the axis above and below. */
function draw({ title, note, groups, end }: Chart, recovery: Recovery, clock: Clock | undefined): string {
  const axis = axisOf(end, clock);
  const lines: string[] = [];
  let y = top;
  for (const { name, rows } of groups) {
    lines.push(`<rect class="band" x="4" y="${y}" width="${width - 8}" height="${rowHeight}"/>`);
    lines.push(`<text class="group" x="8" y="${y + 8.3}">${xml(cut(name, width - 20, 'heavy'))}</text>`);
    y += rowHeight;
    rows.forEach((row, i) => {
      if (i % 2 === 1) lines.push(`<rect class="stripe" x="4" y="${y}" width="${width - 8}" height="${rowHeight}"/>`);
      lines.push(...rowLines(row, y, axis, end));
      y += rowHeight;
    });
  }
  const height = y + 18;
  const labels = (at: number): string[] =>
    axis.ticks.map((t) => `<text x="${axis.x(t.at)}" y="${at}" text-anchor="middle">${xml(t.label)}</text>`);
  const heads = [
    ['step', left.step, 'start'],
    ['who', left.who, 'start'],
    ['promises', width - 8, 'end'],
  ] as const;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="gantt-title gantt-desc">`,
    `<title id="gantt-title">${xml(title)}</title>`,
    `<desc id="gantt-desc">${xml(describe(recovery, clock))}</desc>`,
    `<style>${style}</style>`,
    '<defs><pattern id="gantt-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><path d="M0 0V4" stroke="#3b6ea5" stroke-width="1.6"/></pattern></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text class="title" x="8" y="18">${xml(cut(title, 620))}</text>`,
    `<text x="8" y="30">${xml(cut(note, width - 16))}</text>`,
    ...legend(34),
    ...heads.map(
      ([name, x, anchor]) => `<text class="group" x="${x}" y="${top - 4}" text-anchor="${anchor}">${name}</text>`,
    ),
    ...labels(top - 4),
    ...lines.filter((l) => l.startsWith('<rect class="stripe"')),
    ...axis.ticks.map((t) => `<path class="tick" d="M${axis.x(t.at)} ${top}V${y}"/>`),
    ...lines.filter((l) => !l.startsWith('<rect class="stripe"')),
    ...labels(y + 10),
    '</svg>',
    '',
  ].join('\n');
}

const view = (name: string, summary: string, grouping: Grouping): RecoveryView => ({
  name,
  summary,
  render: (recovery: Recovery, model: Model, { clock }) =>
    draw(chartOf(recovery, model, clock, grouping), recovery, clock),
});

/** The steps on a time axis, in the order of time. */
export const gantt = view('gantt', 'a picture (SVG) of the steps on a time axis', 'time');

/** The same, by person or role: who is busy when. */
export const ganttByPerson = view('gantt-people', 'the same picture by person or role: who is busy when', 'who');
