import { membersOf } from './and-or.ts';
import { components } from './components.ts';
import type { FaultGraph } from './fault-graph.ts';

/** A set of node numbers, ascending, that takes something down when all of them fail and no part of it does. */
export type CutSet = readonly number[];

/** Sets of one node, by how many members they have, each list minimal with the ones before it. */
type Cuts = readonly CutSet[];

const keyOf = (set: CutSet): string => set.join();

/** The union of two ascending sets, or undefined when it has more than `order` members. */
function union(a: CutSet, b: CutSet, order: number): CutSet | undefined {
  const all: number[] = [];
  let i = 0;
  let k = 0;
  while (i < a.length || k < b.length) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[k] ?? Number.POSITIVE_INFINITY;
    all.push(Math.min(x, y));
    if (all.length > order) return undefined;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return all;
}

/** Whether some proper part of the set is itself in `known`. */
function hasPart(set: CutSet, known: ReadonlySet<string>): boolean {
  if (set.length === 1) return false;
  for (const one of set) if (known.has(String(one))) return true;
  if (set.length < 3) return false;
  for (let skip = 0; skip < set.length; skip++) if (known.has(keyOf(set.filter((_, i) => i !== skip)))) return true;
  return false;
}

/** Each set once, and none that holds another; sorted by size, then by members. */
function minimal(sets: Iterable<CutSet>): Cuts {
  const bySize: CutSet[][] = [[], [], [], []];
  for (const set of sets) bySize[set.length]?.push(set);
  if ((bySize[0] as CutSet[]).length > 0) return [[]];
  const known = new Set<string>();
  const kept: CutSet[] = [];
  for (const list of bySize) {
    const fresh: CutSet[] = [];
    for (const set of list) {
      const key = keyOf(set);
      if (known.has(key) || hasPart(set, known)) continue;
      known.add(key);
      fresh.push(set);
    }
    kept.push(...fresh);
  }
  return kept;
}

/** All unions of one set of each side that are small enough. Two sets of two or more fit only if they share a member. */
function both(a: Cuts, b: Cuts, order: number): CutSet[] {
  const found: CutSet[] = [];
  for (const x of a) {
    for (const y of b) {
      // Sorted by size: from here on nothing fits, unless members are shared.
      const set = union(x, y, order);
      if (set) found.push(set);
    }
  }
  return found;
}

/** The sets in which at least `k` of the members are down. */
function atLeast(k: number, members: readonly Cuts[], order: number): Cuts {
  if (k === 1) return minimal(members.flat());
  // exactly[j]: sets with at least j members down, of those looked at so far.
  let reach: Cuts[] = [[[]], ...Array.from({ length: k }, () => [] as Cuts)];
  for (const cuts of members) {
    if (cuts.length === 0) continue;
    const next = reach.slice();
    for (let j = k; j >= 1; j--) {
      const more = both(reach[j - 1] as Cuts, cuts, order);
      if (more.length > 0) next[j] = minimal([...(reach[j] as Cuts), ...more]);
    }
    reach = next;
  }
  return reach[k] as Cuts;
}

const same = (a: Cuts, b: Cuts): boolean =>
  a.length === b.length && new Set([...a.map(keyOf), ...b.map(keyOf)]).size === a.length;

/** Cut sets of every node that is asked for, worked out once each. */
export interface CutSets {
  /** The minimal sets of up to `order` failures that take this node down: single ones first, then ascending. */
  readonly of: (node: number) => readonly CutSet[];
}

const sorted = (cuts: Cuts): Cuts =>
  [...cuts].sort((a, b) => {
    if (a.length !== b.length) return a.length - b.length;
    const at = a.findIndex((v, i) => v !== b[i]);
    return at === -1 ? 0 : (a[at] as number) - (b[at] as number);
  });

/**
 * Minimal cut sets bottom-up, cut off above `order` (1 to 3): a node is down when it fails, when what it stands on fails,
 * or when a requirement has too few providers left. The least solution over circles, reached by rounds within each
 * component: what only holds itself up never comes into a set (Vesely et al., Fault Tree Handbook, NUREG-0492, ch. VII).
 * @param failable nodes that can fail by themselves
 */
export function cutSets(faults: FaultGraph, failable: ReadonlySet<number>, order: number): CutSets {
  const { hold, carriers } = faults;
  const known: (Cuts | undefined)[] = new Array(hold.size).fill(undefined);
  const fates: (Cuts | undefined)[] = new Array(hold.size).fill(undefined);
  /** The node itself or anything whose outage is carried to it. */
  const fateOf = (node: number): Cuts => {
    const before = fates[node];
    if (before) return before;
    const seen = new Set([node]);
    const queue = [node];
    for (let head = 0; head < queue.length; head++) {
      for (const from of carriers[queue[head] as number] ?? []) {
        if (seen.has(from)) continue;
        seen.add(from);
        queue.push(from);
      }
    }
    const cuts = queue.filter((v) => failable.has(v)).map((v) => [v]);
    fates[node] = cuts;
    return cuts;
  };
  const compute = (node: number): Cuts => {
    const ways: CutSet[] = [...fateOf(node)];
    for (let group = hold.groupStart[node] as number; group < (hold.groupStart[node + 1] as number); group++) {
      const members = [...membersOf(hold, group)].map((m) => known[m] ?? []);
      const gone = members.length - (hold.need[group] as number) + 1;
      ways.push(...atLeast(gone, members, order));
    }
    return minimal(ways);
  };
  const solve = (target: number): void => {
    const within = new Uint8Array(hold.size);
    const queue = [target];
    within[target] = 1;
    for (let head = 0; head < queue.length; head++) {
      const v = queue[head] as number;
      for (let group = hold.groupStart[v] as number; group < (hold.groupStart[v + 1] as number); group++) {
        for (const m of membersOf(hold, group)) {
          if (within[m] || known[m]) continue;
          within[m] = 1;
          queue.push(m);
        }
      }
    }
    for (const component of inOrder(hold, queue, within)) {
      for (const v of component) known[v] = [];
      const first = component[0] as number;
      const isCircle = component.length > 1 || needsItself(hold, first);
      if (!isCircle) known[first] = compute(first);
      for (let changed = isCircle; changed; ) {
        changed = false;
        for (const v of component) {
          const next = compute(v);
          if (same(next, known[v] as Cuts)) continue;
          known[v] = next;
          changed = true;
        }
      }
    }
  };
  return {
    of: (node) => {
      if (!known[node]) solve(node);
      return sorted(known[node] as Cuts);
    },
  };
}

const needsItself = (hold: FaultGraph['hold'], v: number): boolean => {
  for (let group = hold.groupStart[v] as number; group < (hold.groupStart[v + 1] as number); group++) {
    if (membersOf(hold, group).includes(v)) return true;
  }
  return false;
};

/** The components of some nodes, what is needed before who needs it. */
function inOrder(hold: FaultGraph['hold'], nodes: readonly number[], within: Uint8Array): readonly number[][] {
  const start = new Int32Array(hold.size + 1);
  const target: number[] = [];
  for (let v = 0; v < hold.size; v++) {
    if (within[v]) {
      for (let group = hold.groupStart[v] as number; group < (hold.groupStart[v + 1] as number); group++) {
        target.push(...membersOf(hold, group));
      }
    }
    start[v + 1] = target.length;
  }
  const { count, of } = components({ size: hold.size, start, target: Int32Array.from(target) }, within);
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const v of [...nodes].sort((a, b) => a - b)) (lists[of[v] as number] as number[]).push(v);
  return lists;
}
