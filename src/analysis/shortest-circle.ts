import type { AndOr } from './and-or.ts';

/** One link of a circle: `from` needs `to`, because of that group. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  readonly group: number;
}

/** Links looked at before a circle that was found is taken as short enough; one starting point is always tried. */
const budget = 3_000_000;

/** What a search from one node needs, kept for the next one. */
interface Room {
  readonly queue: Int32Array;
  /** By node: the start of the search that saw it last, how far it was from there, and over whom it was reached. */
  readonly seenFrom: Int32Array;
  readonly depth: Int32Array;
  readonly cameFrom: Int32Array;
  readonly cameBy: Int32Array;
  looked: number;
}

/** The shortest circle through `start` that has fewer than `limit` links; breadth first. */
function circleThrough(g: AndOr, start: number, limit: number, room: Room): readonly Hop[] {
  const { queue, seenFrom, depth, cameFrom, cameBy } = room;
  queue[0] = start;
  depth[start] = 0;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const from = queue[head] as number;
    const next = (depth[from] as number) + 1;
    if (next >= limit) return [];
    for (let group = g.groupStart[from] as number; group < (g.groupStart[from + 1] as number); group++) {
      for (let i = g.memberStart[group] as number; i < (g.memberStart[group + 1] as number); i++) {
        const to = g.member[i] as number;
        room.looked++;
        if (seenFrom[to] === start) continue;
        seenFrom[to] = start;
        depth[to] = next;
        cameFrom[to] = from;
        cameBy[to] = group;
        if (to === start) return hopsTo(start, room);
        queue[tail++] = to;
      }
    }
  }
  return [];
}

/** The way back from `start` to itself, first link first. */
function hopsTo(start: number, { cameFrom, cameBy }: Room): readonly Hop[] {
  const hops: Hop[] = [];
  for (let to = start; hops.at(-1)?.from !== start; ) {
    const from = cameFrom[to] as number;
    hops.push({ from, to, group: cameBy[to] as number });
    to = from;
  }
  return hops.reverse();
}

/**
 * A shortest circle of a graph, over links from nodes to the members of their groups; ties go to the smallest node
 * number. In a very large graph the shortest one through the nodes that the work budget allows. Empty: there is none.
 */
export function shortestCircle(g: AndOr): readonly Hop[] {
  const room: Room = {
    queue: new Int32Array(g.size),
    seenFrom: new Int32Array(g.size).fill(-1),
    depth: new Int32Array(g.size),
    cameFrom: new Int32Array(g.size),
    cameBy: new Int32Array(g.size),
    looked: 0,
  };
  let best: readonly Hop[] = [];
  for (let start = 0; start < g.size && best.length !== 1; start++) {
    if (best.length > 0 && room.looked > budget) break;
    const found = circleThrough(g, start, best.length || Number.POSITIVE_INFINITY, room);
    if (found.length > 0) best = found;
  }
  return best;
}
