import type { Level } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import { incomingOf, ownerOf } from './need-edges.ts';
import { levelAt, type NeedLevels } from './need-levels.ts';

/** One hop of an explanation: this element needs what comes before it, by this relation. */
export interface NeedReason {
  readonly from: string;
  readonly level: Level;
  readonly relation: string;
}

/** Where the needs of one objective come from. */
export interface NeedPaths {
  /** Everybody whose need is the maximum of this node, sorted. */
  readonly because: (node: number) => readonly NeedReason[];
  /** The shortest chain from the node to whoever decides its maximum; the node itself is not in it. */
  readonly path: (node: number) => readonly NeedReason[];
}

/** Whether the level of a node is its own: stated, or raised by cumulation, decided or applied. */
type IsSource = (node: number, level: number) => boolean;

/** From every node to the edge before it on a shortest way from a source of at least this level; -1: there is none. */
function sources({ edges, effective }: NeedLevels, level: number, isSource: IsSource): Int32Array {
  const cameBy = new Int32Array(effective.length).fill(-1);
  const seen = new Uint8Array(effective.length);
  const queue: number[] = [];
  for (let v = 0; v < effective.length; v++) {
    if ((effective[v] as number) < level || !isSource(v, level)) continue;
    seen[v] = 1;
    queue.push(v);
  }
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const w = edges.target[i] as number;
      if (seen[w]) continue;
      seen[w] = 1;
      // The edge, from whose row the node before can be found again.
      cameBy[w] = i;
      if ((effective[w] as number) >= level) queue.push(w);
    }
  }
  return cameBy;
}

/** The explanations of one objective; what they walk over is made when first asked for. */
export function needPaths(model: Model, levels: NeedLevels, isSource: IsSource): NeedPaths {
  const { edges, effective, maximum } = levels;
  const ways = new Map<number, Int32Array>();
  let incoming: ReturnType<typeof incomingOf> | undefined;
  const reason = (edge: number): NeedReason & { readonly owner: number } => {
    const owner = ownerOf(edges.start, edge);
    const relation = edges.relations[edges.label[edge] as number] as string;
    return { owner, from: (model.nodes[owner] as Node).id, level: levelAt(effective[owner] as number), relation };
  };
  const strip = ({ from, level, relation }: NeedReason): NeedReason => ({ from, level, relation });
  return {
    because: (node) => {
      if (maximum[node] === 0) return [];
      incoming ??= incomingOf(edges);
      const found = new Map<string, NeedReason>();
      for (const edge of incoming.edge.subarray(incoming.start[node], incoming.start[node + 1])) {
        const one = reason(edge);
        if (effective[one.owner] === maximum[node] && one.owner !== node) found.set(one.from, strip(one));
      }
      return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    },
    path: (node) => {
      const level = maximum[node] as number;
      if (level === 0) return [];
      const cameBy = ways.get(level) ?? sources(levels, level, isSource);
      ways.set(level, cameBy);
      const path: NeedReason[] = [];
      for (let edge = cameBy[node] as number; edge !== -1; ) {
        const one = reason(edge);
        path.push(strip(one));
        edge = cameBy[one.owner] as number;
      }
      return path;
    },
  };
}
