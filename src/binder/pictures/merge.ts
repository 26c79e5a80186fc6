import type { GraphEdge, GraphNode } from './picture.ts';

/** Lines in one box: more nobody counts. */
const mostLines = 12;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Per node, everything that would have to be the same if another stood in its place. */
function signatures(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<string, string> {
  const ends = new Map<string, string[]>(nodes.map((n) => [n.key, []]));
  for (const { from, to, atLeast, of, bond } of edges) {
    const group = of > atLeast ? `${atLeast}/${of} ${[...to].sort(compare).join(' ')}` : '';
    ends.get(from)?.push(`> ${bond} ${group || to.join(' ')}`);
    for (const id of to) ends.get(id)?.push(`< ${bond} ${from} ${group}`);
  }
  return new Map(
    nodes.map((n) => [
      n.key,
      JSON.stringify([n.kind, n.heavy, n.external, n.notes, [...new Set(ends.get(n.key))].sort(compare)]),
    ]),
  );
}

/**
 * Elements of which each could stand in the place of the other become one box with a line for each, where there are at
 * least so many: ten machines that need the same three servers are one box and three arrows, not ten and thirty.
 */
export function mergeAlike(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  least: number,
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const signature = signatures(nodes, edges);
  const alike = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const key = signature.get(node.key) as string;
    const known = alike.get(key);
    if (known) known.push(node);
    else alike.set(key, [node]);
  }
  const boxOf = new Map<string, string>();
  const boxes: GraphNode[] = [];
  for (const members of alike.values()) {
    const size = members.length < least ? 1 : Math.ceil(members.length / Math.ceil(members.length / mostLines));
    for (let i = 0; i < members.length; i += size) {
      const part = members.slice(i, i + size);
      const first = part[0] as GraphNode;
      boxes.push({ ...first, labels: part.flatMap((m) => m.labels) });
      for (const { key } of part) boxOf.set(key, first.key);
    }
  }
  const kept = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const from = boxOf.get(edge.from) ?? edge.from;
    const to = [...new Set(edge.to.map((id) => boxOf.get(id) ?? id))];
    const key = JSON.stringify([from, to, edge.atLeast, edge.of, edge.bond]);
    if (!kept.has(key)) kept.set(key, { ...edge, from, to });
  }
  return { nodes: boxes.sort((a, b) => compare(a.key, b.key)), edges: [...kept.values()] };
}
