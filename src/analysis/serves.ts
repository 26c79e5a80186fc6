import type { Requirement } from '../model/model.ts';
import { type AndOr, membersOf } from './and-or.ts';
import { graphOf, type RequirementGraph } from './graph.ts';

/**
 * When each node gives its service again: the least solution of serves(v) = max(up(v), k-th smallest serves over what it
 * needs to run and to serve). One sweep in descending order of `up`: whoever is still missing at that moment takes with
 * it all that cannot do without. Loops serve together, with their last member. Minutes, Infinity: never.
 */
export function serveTimes(
  graph: RequirementGraph,
  up: Float64Array,
  options: { readonly later?: boolean; readonly waived?: ReadonlySet<Requirement> } = {},
): Float64Array {
  const { waived } = options;
  const g: AndOr = waived
    ? graphOf(graph.model, (r) => (r.when === 'run' || r.when === 'serve') && !waived.has(r))
    : options.later
      ? graph.complete
      : graph.serve;
  const serves = new Float64Array(g.size).fill(-1);
  const left = new Int32Array(g.need.length);
  for (let i = 0; i < left.length; i++) left[i] = membersOf(g, i).length;
  const queue: number[] = [];
  const byUp = Int32Array.from({ length: g.size }, (_, i) => i).sort((a, b) => compareUp(up, a, b));
  for (const first of byUp) {
    if (serves[first] !== -1) continue;
    const at = up[first] as number;
    serves[first] = at;
    queue.push(first);
    while (queue.length > 0) {
      const v = queue.pop() as number;
      for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
        const group = g.user[i] as number;
        left[group] = (left[group] as number) - 1;
        const owner = g.owner[group] as number;
        if ((left[group] as number) >= (g.need[group] as number) || serves[owner] !== -1) continue;
        serves[owner] = at;
        queue.push(owner);
      }
    }
  }
  return serves;
}

/** Latest first; Infinity minus Infinity is no number, so equal ones are told apart before. */
function compareUp(up: Float64Array, a: number, b: number): number {
  const x = up[a] as number;
  const y = up[b] as number;
  return x === y ? a - b : y > x ? 1 : -1;
}
