import type { AndOr } from './and-or.ts';
import { newHeap } from './heap.ts';

/** The price of a documented way round beside that of one which is not: a greedy set prefers it. */
const documentedPrice = 1 / 64;

/**
 * A way out without a search: waives what the cheapest element still lacks, and again, until all are free. The groups,
 * sorted; no smallest set as a rule. O(members · log nodes).
 */
export function greedyRepair(g: AndOr, isDocumented: (group: number) => boolean): readonly number[] {
  const missing = g.need.slice();
  const price = new Float64Array(g.size);
  const open = new Int32Array(g.size);
  const reached = new Uint8Array(g.size);
  const heap = newHeap();
  const priceOf = (group: number): number => (isDocumented(group) ? documentedPrice : 1);
  for (let v = 0; v < g.size; v++) {
    for (let group = g.groupStart[v] as number; group < (g.groupStart[v + 1] as number); group++) {
      price[v] = (price[v] as number) + priceOf(group);
      open[v] = (open[v] as number) + 1;
    }
    heap.push(v, price[v] as number);
  }
  const meet = (group: number): void => {
    const owner = g.owner[group] as number;
    price[owner] = (price[owner] as number) - priceOf(group);
    open[owner] = (open[owner] as number) - 1;
  };
  const waived: number[] = [];
  for (let cheapest = heap.pop(); cheapest !== -1; cheapest = heap.pop()) {
    // An element whose price fell was pushed again: its older entries come after it is reached.
    if (reached[cheapest]) continue;
    for (let group = g.groupStart[cheapest] as number; group < (g.groupStart[cheapest + 1] as number); group++) {
      if ((missing[group] as number) <= 0) continue;
      missing[group] = 0;
      meet(group);
      waived.push(group);
    }
    reached[cheapest] = 1;
    const queue = [cheapest];
    for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
      for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
        const group = g.user[i] as number;
        missing[group] = (missing[group] as number) - 1;
        if (missing[group] !== 0) continue;
        meet(group);
        const owner = g.owner[group] as number;
        if (reached[owner]) continue;
        if (open[owner] === 0) {
          reached[owner] = 1;
          queue.push(owner);
        } else heap.push(owner, price[owner] as number);
      }
    }
  }
  return waived.sort((a, b) => a - b);
}
