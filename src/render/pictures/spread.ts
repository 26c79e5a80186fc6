import type { Slot } from './crossings.ts';
import { gaps } from './rows.ts';

/** The room between two neighbours of a row; lines may pass closer to each other. */
export const between = (a: Slot, b: Slot): number =>
  a.w === 0 && b.w === 0 ? 6 : a.w === 0 || b.w === 0 ? 7 : gaps.beside;

/** The width of a row. */
export const rowWidth = (slots: readonly Slot[], row: readonly number[]): number =>
  row.reduce(
    (sum, slot, i) =>
      sum + (slots[slot] as Slot).w + (i === 0 ? 0 : between(slots[row[i - 1] as number] as Slot, slots[slot] as Slot)),
    0,
  );

/**
 * The places nearest to what is wished for that keep the order and the distances, within a width: the least sum of
 * squares, by pooling neighbours that want to pass each other.
 */
function settle(
  slots: readonly Slot[],
  row: readonly number[],
  wished: readonly number[],
  weights: readonly number[],
  width: number,
): number[] {
  const offset: number[] = [];
  row.forEach((slot, i) => {
    const own = slots[slot] as Slot;
    if (i === 0) offset.push(own.w / 2);
    else {
      const before = slots[row[i - 1] as number] as Slot;
      offset.push((offset[i - 1] as number) + before.w / 2 + between(before, own) + own.w / 2);
    }
  });
  const pools: { sum: number; weight: number; count: number }[] = [];
  row.forEach((_, i) => {
    const weight = weights[i] as number;
    pools.push({ sum: ((wished[i] as number) - (offset[i] as number)) * weight, weight, count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; last = pools.at(-1), before = pools.at(-2)) {
      if (before.sum / before.weight <= last.sum / last.weight) break;
      pools.splice(-2, 2, {
        sum: before.sum + last.sum,
        weight: before.weight + last.weight,
        count: before.count + last.count,
      });
    }
  });
  const slack = Math.max(0, width - rowWidth(slots, row));
  return pools
    .flatMap(({ sum, weight, count }) => new Array<number>(count).fill(Math.min(slack, Math.max(0, sum / weight))))
    .map((free, i) => free + (offset[i] as number));
}

/** The middle of each slot, from the left: lines as straight as the width allows. */
export function spread(slots: readonly Slot[], rows: readonly (readonly number[])[], width: number): Float64Array {
  const x = new Float64Array(slots.length);
  for (const row of rows) {
    const start = (width - rowWidth(slots, row)) / 2;
    const wished = row.map(() => start);
    let at = start;
    row.forEach((slot, i) => {
      const own = slots[slot] as Slot;
      if (i > 0) at += between(slots[row[i - 1] as number] as Slot, own);
      wished[i] = at + own.w / 2;
      at += own.w;
    });
    row.forEach((slot, i) => {
      x[slot] = wished[i] as number;
    });
  }
  const lines = new Map<string, number[]>();
  slots.forEach(({ line }, slot) => {
    if (line === '') return;
    const known = lines.get(line);
    if (known) known.push(slot);
    else lines.set(line, [slot]);
  });
  const mean = (of: readonly number[]): number => of.reduce((sum, slot) => sum + (x[slot] as number), 0) / of.length;
  for (let sweep = 0; sweep < 24; sweep++) {
    // A line that passes several rows is to pass them all at the same place.
    const straight = new Map([...lines].filter(([, own]) => own.length > 1).map(([line, own]) => [line, mean(own)]));
    const order = sweep % 2 === 0 ? rows : [...rows].reverse();
    for (const row of order) {
      const wished = row.map((slot) => {
        const { up, down, line } = slots[slot] as Slot;
        const own = sweep >= 8 ? straight.get(line) : undefined;
        if (own !== undefined) return own;
        // Towards the end both sides count, so that nothing hangs on one line alone.
        const ends = sweep >= 10 ? [...up, ...down] : sweep % 2 === 0 ? up : down;
        return ends.length === 0 ? (x[slot] as number) : mean(ends);
      });
      // A line that bends twice is worse than a box that stands a little aside.
      const weights = row.map((slot) => ((slots[slot] as Slot).w === 0 ? 4 : 1));
      settle(slots, row, wished, weights, width).forEach((at, i) => {
        x[row[i] as number] = at;
      });
    }
  }
  return x;
}
