import type { Requirement } from '../model/model.ts';
import type { AndOr } from './and-or.ts';
import { graphOf, type RequirementGraph } from './graph.ts';

/** Below so many nodes their last order is mended by insertion: from one timetable to the next little changes. */
const mostForInsertion = 512;

/**
 * When each node gives its service again: the least solution of serves(v) = max(up(v), k-th smallest serves over its
 * groups). One sweep in descending order of `up`: whoever is still missing at that moment takes with it all that cannot
 * do without. Loops serve together, with their last member. Minutes, Infinity: never. The function that is returned
 * writes into `serves`; it keeps its buffers, since a schedule is judged thousands of times.
 */
export function serveSweep(g: AndOr): (up: Float64Array, serves: Float64Array) => void {
  const members = Int32Array.from(g.need, (_, i) => (g.memberStart[i + 1] as number) - (g.memberStart[i] as number));
  const left = new Int32Array(g.need.length);
  const order = Int32Array.from({ length: g.size }, (_, i) => i);
  const queue = new Int32Array(g.size);
  return (up, serves) => {
    serves.fill(Number.NaN);
    left.set(members);
    sortLatestFirst(order, up);
    for (let k = 0; k < order.length; k++) {
      const first = order[k] as number;
      if (!Number.isNaN(serves[first])) continue;
      const at = up[first] as number;
      serves[first] = at;
      let count = 1;
      queue[0] = first;
      while (count > 0) {
        const v = queue[--count] as number;
        for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
          const group = g.user[i] as number;
          left[group] = (left[group] as number) - 1;
          const owner = g.owner[group] as number;
          if ((left[group] as number) >= (g.need[group] as number) || !Number.isNaN(serves[owner])) continue;
          serves[owner] = at;
          queue[count++] = owner;
        }
      }
    }
  };
}

/** Sorts nodes by `up`, the latest first; ties do not matter, since they serve at the same moment. */
function sortLatestFirst(order: Int32Array, up: Float64Array): void {
  if (order.length <= mostForInsertion) {
    for (let i = 1; i < order.length; i++) {
      const v = order[i] as number;
      const at = up[v] as number;
      let j = i - 1;
      while (j >= 0 && (up[order[j] as number] as number) < at) {
        order[j + 1] = order[j] as number;
        j--;
      }
      order[j + 1] = v;
    }
    return;
  }
  // Infinity minus Infinity is no number, so equal ones are told apart before.
  order.sort((a, b) => {
    const x = up[a] as number;
    const y = up[b] as number;
    return x === y ? 0 : y > x ? 1 : -1;
  });
}

/** {@link serveSweep} over what nodes need to run and to serve; with `later` over everything, without `waived`. */
export function serveTimes(
  graph: RequirementGraph,
  up: Float64Array,
  options: { readonly later?: boolean; readonly waived?: ReadonlySet<Requirement> } = {},
): Float64Array {
  const { waived, later } = options;
  const wanted = (r: Requirement): boolean =>
    (r.when === 'run' || r.when === 'serve' || (later === true && r.when === 'later')) && !waived?.has(r);
  const g: AndOr = waived?.size ? graphOf(graph.model, wanted) : later ? graph.complete : graph.serve;
  const serves = new Float64Array(g.size);
  serveSweep(g)(up, serves);
  return serves;
}
