import type { GraphEdge, GraphNode } from './picture.ts';

/** Boxes on one sheet: more nobody can follow. */
export const mostBoxes = 36;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The keys in an order in which what is needed stands close behind what needs it, what matters most first. */
export function chainOrder(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly string[] {
  const inside = new Set(nodes.map((n) => n.key));
  const needs = new Map<string, string[]>();
  const needed = new Set<string>();
  for (const { from, to } of edges) {
    if (!inside.has(from)) continue;
    const own = needs.get(from) ?? [];
    needs.set(from, own);
    for (const id of to) {
      if (!inside.has(id) || id === from) continue;
      own.push(id);
      needed.add(id);
    }
  }
  const weight = (n: GraphNode): number => (needed.has(n.key) ? 2 : 0) + (n.heavy ? 0 : 1);
  const roots = [...nodes].sort((a, b) => weight(a) - weight(b) || compare(a.key, b.key));
  const order = new Set<string>();
  // Depth first without recursion: a chain may be as long as the plan.
  for (const { key } of roots) {
    const stack = [key];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (order.has(top)) continue;
      order.add(top);
      stack.push(...(needs.get(top) ?? []).filter((id) => !order.has(id)).sort((a, b) => compare(b, a)));
    }
  }
  return [...order];
}

/** How many arrows lead over each gap between two neighbours of a list. */
function crossings(keys: readonly string[], edges: readonly GraphEdge[]): Int32Array {
  const place = new Map(keys.map((key, i) => [key, i]));
  const over = new Int32Array(keys.length + 1);
  for (const { from, to } of edges) {
    const a = place.get(from);
    if (a === undefined) continue;
    for (const id of to) {
      const b = place.get(id);
      if (b === undefined) continue;
      const [low, high] = [Math.min(a, b) + 1, Math.max(a, b) + 1];
      over[low] = (over[low] as number) + 1;
      over[high] = (over[high] as number) - 1;
    }
  }
  for (let i = 1; i < over.length; i++) over[i] = (over[i] as number) + (over[i - 1] as number);
  return over;
}

/**
 * Where the beginnings of a list may be cut off that are tried one after the other: near the most boxes a sheet takes,
 * then ever fewer, each where the fewest arrows are cut.
 */
export function cutsOf(keys: readonly string[], edges: readonly GraphEdge[]): readonly number[] {
  const over = crossings(keys, edges);
  const cuts = new Set<number>(keys.length <= mostBoxes ? [keys.length] : []);
  for (let most = Math.min(mostBoxes, keys.length - 1); most >= 1; most = Math.floor(most * 0.8)) {
    let best = most;
    for (let i = most; i > most * 0.8; i--) if ((over[i] as number) < (over[best] as number)) best = i;
    cuts.add(best);
  }
  return [...cuts.add(1)].filter((cut) => cut > 0).sort((a, b) => b - a);
}
