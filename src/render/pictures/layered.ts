import { type Slot, withFewCrossings } from './crossings.ts';
import { type Link, type Placeable, rowsOf } from './rows.ts';
import type { Box } from './shapes.ts';
import { rowWidth, spread } from './spread.ts';

type Point = readonly [number, number];

/** A line from box to box: straight pieces and bends, as the commands of an SVG path, and the way its tip points. */
export interface Route {
  readonly d: string;
  readonly tip: Point;
  /** A point on the line shortly before its tip. */
  readonly before: Point;
}

/** Boxes and lines with their places, in points. */
export interface Layered {
  readonly w: number;
  readonly h: number;
  readonly boxes: ReadonlyMap<string, Box>;
  /** In the order of the links. */
  readonly routes: readonly Route[];
}

/** A line before it has places: from its upper box through what passes to its lower one. */
interface Thread {
  readonly slots: readonly number[];
  /** The link leads upwards: a circle of needs. */
  readonly isUp: boolean;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Lines with the same end and of the same kind are one as soon as they can be. */
type Bundle = (link: number) => string;

function threadsOf(
  boxes: readonly Placeable[],
  links: readonly Link[],
  row: readonly number[],
  bundle: Bundle,
): { readonly slots: Slot[]; readonly rows: number[][]; readonly threads: Thread[] } {
  const place = new Map(boxes.map((b, i) => [b.key, i]));
  const rows: number[][] = [];
  const at = (r: number): number[] => {
    rows[r] ??= [];
    return rows[r] as number[];
  };
  const ends: { w: number; line: string; up: Set<number>; down: Set<number> }[] = boxes.map(({ w }) => ({
    w,
    line: '',
    up: new Set(),
    down: new Set(),
  }));
  boxes.forEach((_, i) => {
    at(row[i] as number).push(i);
  });
  const passing = new Map<string, number>();
  const threads = links.map(({ from, to }, number): Thread => {
    const [a, b] = [place.get(from) as number, place.get(to) as number];
    const isUp = (row[a] as number) > (row[b] as number);
    const [top, bottom] = isUp ? [b, a] : [a, b];
    const slots = [top];
    for (let r = (row[top] as number) + 1; r < (row[bottom] as number); r++) {
      const line = isUp ? `up ${number}` : bundle(number);
      const key = `${r} ${line}`;
      let slot = passing.get(key);
      if (slot === undefined) {
        slot = ends.length;
        ends.push({ w: 0, line, up: new Set(), down: new Set() });
        passing.set(key, slot);
        at(r).push(slot);
      }
      slots.push(slot);
    }
    slots.push(bottom);
    for (let i = 1; i < slots.length; i++) {
      ends[slots[i - 1] as number]?.down.add(slots[i] as number);
      ends[slots[i] as number]?.up.add(slots[i - 1] as number);
    }
    return { slots, isUp };
  });
  return {
    slots: ends.map(({ w, line, up, down }) => ({ w, line, up: [...up], down: [...down] })),
    rows: Array.from(rows, (own) => own ?? []),
    threads,
  };
}

/** Where lines leave a box or reach it: beside each other in the order of their other ends. */
function ports(ends: readonly number[], x: Float64Array, own: number, w: number): ReadonlyMap<number, number> {
  const middle = x[own] as number;
  if (w === 0) return new Map(ends.map((end) => [end, middle]));
  const sorted = [...ends].sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const step = Math.min(9, (w * 0.62) / Math.max(1, sorted.length - 1));
  // A single line leaves straight towards its end, as far as the box is wide.
  if (sorted.length === 1) {
    const reach = w * 0.25;
    const to = x[sorted[0] as number] as number;
    return new Map([[sorted[0] as number, Math.max(middle - reach, Math.min(middle + reach, to))]]);
  }
  return new Map(sorted.map((end, i) => [end, middle + (i - (sorted.length - 1) / 2) * step]));
}

/** The room between two rows: more where many lines turn in it. */
const gapBelow = (lines: number): number => 20 + Math.min(20, 1.5 * lines);

/**
 * Places boxes in rows of a width, and leads the lines so that none runs through a box; undefined: so wide
 * are the boxes and so many the lines that pass them that they need more room. The same input gives the same places.
 */
export function layered(
  boxes: readonly Placeable[],
  links: readonly Link[],
  bundle: Bundle,
  { width, height }: { readonly width: number; readonly height: number },
  share: number,
): Layered | undefined {
  const row = rowsOf(boxes, links, width * share);
  const { slots, rows: unordered, threads } = threadsOf(boxes, links, row, bundle);
  if (unordered.some((own) => rowWidth(slots, own) > width)) return undefined;
  const tops: number[] = [];
  const heights: number[] = [];
  let y = 0;
  unordered.forEach((own, r) => {
    const rowHeight = Math.max(10, ...own.map((slot) => boxes[slot]?.h ?? 0));
    tops[r] = y;
    heights[r] = rowHeight;
    y += rowHeight + gapBelow(own.reduce((sum, slot) => sum + (slots[slot] as Slot).down.length, 0));
  });
  const last = unordered.length - 1;
  const h = (tops[last] ?? 0) + (heights[last] ?? 0);
  if (h > height) return undefined;
  const rows = withFewCrossings(slots, unordered);
  const x = spread(slots, rows, width);
  const rowOf = new Map(rows.flatMap((own, r) => own.map((slot) => [slot, r] as const)));
  const placed = new Map(
    boxes.map((box, i) => [
      box.key,
      { x: (x[i] as number) - box.w / 2, y: tops[row[i] as number] as number, w: box.w, h: box.h },
    ]),
  );
  const out = slots.map(({ down, w }, i) => ports(down, x, i, w));
  const into = slots.map(({ up, w }, i) => ports(up, x, i, w));
  const routes = threads.map(({ slots: own, isUp }): Route => {
    const points: { readonly at: Point; readonly isBend: boolean }[] = [];
    for (let i = 0; i + 1 < own.length; i++) {
      const [a, b] = [own[i] as number, own[i + 1] as number];
      const [ra, rb] = [rowOf.get(a) as number, rowOf.get(b) as number];
      const from = out[a]?.get(b) as number;
      const to = into[b]?.get(a) as number;
      const bottom = (tops[ra] as number) + (heights[ra] as number);
      if (i === 0) points.push({ at: [from, (tops[ra] as number) + (boxes[a]?.h ?? 0)], isBend: false });
      points.push({ at: [from, bottom], isBend: false }, { at: [to, tops[rb] as number], isBend: true });
    }
    return routeOf(points, isUp);
  });
  return { w: width, h, boxes: placed, routes };
}

const tipLength = 6;

/** Bends between rows are curves that begin and end upright; through rows lines run straight. */
function routeOf(points: readonly { readonly at: Point; readonly isBend: boolean }[], isUp: boolean): Route {
  const [first, ...rest] = points as [(typeof points)[0], ...typeof points];
  let d = `M${round(first.at[0])} ${round(first.at[1])}`;
  let [px, py] = first.at;
  rest.forEach(({ at: [x, y], isBend }, i) => {
    const isLast = i === rest.length - 1 && !isUp;
    // The last piece ends upright behind the tip.
    const end = isLast ? y - tipLength : y;
    if (!isBend || Math.abs(x - px) < 0.05) d += `V${round(end)}`;
    else {
      const middle = (py + end) / 2;
      d += `C${round(px)} ${round(middle)} ${round(x)} ${round(middle)} ${round(x)} ${round(end)}`;
    }
    [px, py] = [x, y];
  });
  const last = (points.at(-1) as (typeof points)[0]).at;
  return isUp
    ? { d, tip: first.at, before: [first.at[0], first.at[1] + tipLength] }
    : { d, tip: last, before: [last[0], last[1] - tipLength] };
}
