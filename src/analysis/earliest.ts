import type { AndOr } from './and-or.ts';
import { newHeap } from './heap.ts';

/** When each node starts and is finished at the earliest; minutes, Infinity where it never is. */
export interface EarliestTimes {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The nodes that finish, each after those it was waiting for. */
  readonly order: Int32Array;
}

/**
 * Earliest times without limits of staff: a node starts when each of its groups has its k-th member finished. A sweep in
 * the order of finishing, exact for times that are not negative, over circles too; O(m log n). `given` nodes are
 * finished at 0.
 */
export function earliestTimes(
  g: AndOr,
  { duration, given }: { readonly duration: Float64Array; readonly given: Uint8Array },
): EarliestTimes {
  const start = new Float64Array(g.size).fill(Number.POSITIVE_INFINITY);
  const finish = new Float64Array(g.size).fill(Number.POSITIVE_INFINITY);
  const order = new Int32Array(g.size);
  const missing = g.need.slice();
  const open = new Int32Array(g.size);
  const heap = newHeap();
  const begin = (v: number, at: number): void => {
    start[v] = at;
    finish[v] = at + (given[v] ? 0 : (duration[v] as number));
    heap.push(v, finish[v]);
  };
  for (let v = 0; v < g.size; v++) {
    let unmet = 0;
    for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
      if ((g.need[i] as number) > 0) unmet++;
    }
    open[v] = unmet;
    if (given[v] || unmet === 0) begin(v, 0);
  }
  let count = 0;
  for (let v = heap.pop(); v !== -1; v = heap.pop()) {
    order[count++] = v;
    const now = finish[v] as number;
    for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
      const group = g.user[i] as number;
      missing[group] = (missing[group] as number) - 1;
      if (missing[group] !== 0) continue;
      const owner = g.owner[group] as number;
      open[owner] = (open[owner] as number) - 1;
      if (open[owner] === 0 && start[owner] === Number.POSITIVE_INFINITY) begin(owner, now);
    }
  }
  return { start, finish, order: order.slice(0, count) };
}
