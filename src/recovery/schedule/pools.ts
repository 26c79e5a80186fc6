import type { Problem } from './problem.ts';

/** Units, and the minutes of each task that nobody but them can do. */
export interface Pool {
  readonly units: Int32Array;
  readonly minutes: Float64Array;
}

/** Each different set of units that some slot asks for, with all the work that falls to it alone. */
export function poolsOf({ demands, demandOf, attended, duration }: Problem): readonly Pool[] {
  const pools = new Map<string, Int32Array>();
  for (const { slots } of demands)
    for (const { units } of slots) pools.set([...units].sort((a, b) => a - b).join(), units);
  return [...pools.values()].map((units) => {
    const own = new Set(units);
    const minutes = Float64Array.from(demandOf, (d, t) => {
      const slots = demands[d]?.slots ?? [];
      const mine = slots.filter((s) => s.units.every((u) => own.has(u)));
      return mine.reduce((sum, s) => sum + ((s.whole ? duration[t] : attended[t]) as number), 0);
    });
    return { units, minutes };
  });
}

/** The minutes of a pool's tasks that are not placed yet. */
export function workLeft({ minutes }: Pool, placed: Uint8Array): number {
  let left = 0;
  for (let t = 0; t < minutes.length; t++) if (!placed[t]) left += minutes[t] as number;
  return left;
}

/** When the units are through with so much work at the earliest, shared out evenly from when each is free. */
export function levelled(units: Int32Array, free: Float64Array, at: number, work: number): number {
  const from = [...units].map((u) => Math.max(at, free[u] as number)).sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i < from.length; i++) {
    sum += from[i] as number;
    const through = (work + sum) / (i + 1);
    if (i + 1 === from.length || through <= (from[i + 1] as number)) return through;
  }
  return Number.POSITIVE_INFINITY;
}
