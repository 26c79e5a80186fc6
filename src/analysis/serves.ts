import type { Requirement } from '../model/model.ts';
import type { AndOr } from './and-or.ts';
import { graphOf, type RequirementGraph } from './graph.ts';

/**
 * When each node gives its service again: the least solution of serves(v) = max(up(v), k-th smallest serves over its
 * groups). One sweep in descending order of `up`: whoever is still missing at that moment takes with it all that cannot
 * do without. Loops serve together, with their last member. Minutes, Infinity: never. Writes into `serves`.
 */
export function sweepServes(g: AndOr, up: Float64Array, serves: Float64Array): void {
  serves.fill(Number.NaN);
  const left = new Int32Array(g.need.length);
  for (let i = 0; i < left.length; i++) left[i] = (g.memberStart[i + 1] as number) - (g.memberStart[i] as number);
  const queue: number[] = [];
  for (const first of latestFirst(up)) {
    if (!Number.isNaN(serves[first])) continue;
    const at = up[first] as number;
    serves[first] = at;
    queue.push(first);
    while (queue.length > 0) {
      const v = queue.pop() as number;
      for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
        const group = g.user[i] as number;
        left[group] = (left[group] as number) - 1;
        const owner = g.owner[group] as number;
        if ((left[group] as number) >= (g.need[group] as number) || !Number.isNaN(serves[owner])) continue;
        serves[owner] = at;
        queue.push(owner);
      }
    }
  }
}

/** The nodes by `up`, the latest first; ties do not matter, since they serve at the same moment. */
function latestFirst(up: Float64Array): Int32Array {
  const order = Int32Array.from(up, (_, i) => i);
  // Infinity minus Infinity is no number, so equal ones are told apart before.
  return order.sort((a, b) => {
    const x = up[a] as number;
    const y = up[b] as number;
    return x === y ? 0 : y > x ? 1 : -1;
  });
}

/** {@link sweepServes} over what nodes need to run and to serve; with `later` over everything, without `waived`. */
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
  sweepServes(g, up, serves);
  return serves;
}
