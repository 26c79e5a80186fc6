import { type Impact, membersOf, type NodeImpact, type RequirementGraph } from '../analysis/index.ts';
import type { Model } from '../model/model.ts';

/** The n-th smallest of some numbers, Infinity when there are fewer. */
const nth = (times: readonly number[], n: number): number =>
  n <= 0 ? Number.NEGATIVE_INFINITY : ([...times].sort((a, b) => a - b)[n - 1] ?? Number.POSITIVE_INFINITY);

/**
 * What would go down later and does not, since enough of what it needs is back within the grace (analysis.md §1): by
 * number, with the minute after the start of the outage until which that must be so. `backAt`: when a node serves again,
 * in the same minutes; what never fell is not asked for.
 */
export function sparedBy(
  model: Model,
  graph: RequirementGraph,
  impact: Impact,
  backAt: (node: number) => number,
): ReadonlyMap<number, number> {
  const g = graph.still;
  const never = Number.POSITIVE_INFINITY;
  const spared = new Map<number, number>();
  const fallAt = (v: number): number => (spared.has(v) ? never : (impact.nodes[v] as NodeImpact).after);
  const later = model.nodes
    .map((n) => n.index)
    .filter((v) => (impact.nodes[v] as NodeImpact).after > 0 && (impact.nodes[v] as NodeImpact).after < never)
    .sort((a, b) => fallAt(a) - fallAt(b) || a - b);
  // What falls at the same minute may hang on each other: rounds until nothing more is spared.
  for (let grown = true; grown; ) {
    grown = false;
    for (const v of later) {
      if (spared.has(v)) continue;
      let falls = never;
      for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
        const members = [...membersOf(g, i)];
        const need = g.need[i] as number;
        const lost = nth(members.map(fallAt), members.length - need + 1);
        const again = nth(
          members.map((m) => (fallAt(m) === never ? Number.NEGATIVE_INFINITY : backAt(m))),
          need,
        );
        const until = lost + (model.requirements[g.tag[i] as number]?.grace ?? 0);
        if (again > until) falls = Math.min(falls, until);
      }
      if (falls !== never) continue;
      spared.set(v, (impact.nodes[v] as NodeImpact).after);
      grown = true;
    }
  }
  return spared;
}

/** The same impact, in which some nodes never went down. */
export function withoutSpared(impact: Impact, model: Model, spared: ReadonlySet<number>): Impact {
  if (spared.size === 0) return impact;
  const up = (node: NodeImpact): NodeImpact => ({
    ...node,
    state: 'up',
    after: Number.POSITIVE_INFINITY,
    stopped: false,
    because: [],
  });
  const nodes = impact.nodes.map((node, v) => (spared.has(v) ? up(node) : node));
  const isSpared = (id: string): boolean => spared.has(model.node(id)?.index ?? -1);
  const down = impact.down.filter((d) => !isSpared(d.id));
  return { ...impact, nodes, down, upCount: impact.upCount + impact.down.length - down.length };
}
