import type { Model } from '../model/model.ts';
import { components } from './components.ts';
import type { NeedLevels } from './need-levels.ts';

/** Which processes stand on which elements with one level. */
export interface Bearers {
  /** By node: the number of its set; -1: nobody bears on it, or its maximum is another level. */
  readonly setOf: Int32Array;
  /** The sets: sorted node numbers of processes. */
  readonly sets: readonly Int32Array[];
  /** By node: steps from the nearest process; -1: none. */
  readonly distance: Int32Array;
}

/** Sets of numbers, each kept once. */
interface SetStore {
  readonly sets: readonly Int32Array[];
  /** The set of some numbers and of the members of other sets; -1 when there are none. */
  readonly union: (own: readonly number[], ids: ReadonlySet<number>) => number;
}

function newSetStore(): SetStore {
  const sets: Int32Array[] = [];
  const known = new Map<string, number>();
  const unions = new Map<string, number>();
  const intern = (set: Int32Array): number => {
    const key = set.join();
    const found = known.get(key) ?? sets.push(set) - 1;
    known.set(key, found);
    return found;
  };
  return {
    sets,
    union: (own, ids) => {
      if (own.length === 0 && ids.size === 0) return -1;
      if (own.length === 0 && ids.size === 1) return [...ids][0] as number;
      const key = `${own.join()}|${[...ids].sort((a, b) => a - b).join()}`;
      const before = unions.get(key);
      if (before !== undefined) return before;
      const all = new Set(own);
      for (const id of ids) for (const member of sets[id] as Int32Array) all.add(member);
      const made = intern(Int32Array.from(all).sort());
      unions.set(key, made);
      return made;
    },
  };
}

function distances({ edges, effective }: NeedLevels, level: number, starts: readonly number[]): Int32Array {
  const distance = new Int32Array(effective.length).fill(-1);
  const queue = [...starts];
  for (const v of starts) distance[v] = 0;
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    if ((effective[v] as number) < level) continue;
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const w = edges.target[i] as number;
      if (distance[w] !== -1) continue;
      distance[w] = (distance[v] as number) + 1;
      queue.push(w);
    }
  }
  return distance;
}

/**
 * The bearers of every element whose maximum is `level`: the processes with exactly this effective need whose need
 * reaches it over elements that pass it on undiminished (analysis.md §5). A process bears once, however many ways lead
 * to it. Sets are shared, so the usual plan costs one walk; circles share one set.
 */
export function bearersAt(model: Model, levels: NeedLevels, level: number): Bearers {
  const { edges, effective, maximum, stated } = levels;
  const size = model.nodes.length;
  const setOf = new Int32Array(size).fill(-1);
  const starts: number[] = [];
  for (const { index, kind } of model.nodes) {
    // Of a process that nobody has rated nothing is known: it bears nothing.
    const rated = stated[index] !== -1 || (maximum[index] as number) > 0;
    if (kind === 'process' && rated && effective[index] === level) starts.push(index);
  }
  const store = newSetStore();
  if (starts.length === 0) return { setOf, sets: store.sets, distance: new Int32Array(size).fill(-1) };
  const distance = distances(levels, level, starts);
  const within = Uint8Array.from({ length: size }, (_, v) =>
    distance[v] !== -1 && (effective[v] as number) >= level ? 1 : 0,
  );
  const { count, of } = components({ size, start: edges.start, target: edges.target }, within);
  const own: number[][] = Array.from({ length: count }, () => []);
  const members: number[][] = Array.from({ length: count }, () => []);
  for (let v = 0; v < size; v++) if (of[v] !== -1) (members[of[v] as number] as number[]).push(v);
  for (const v of starts) (own[of[v] as number] as number[]).push(v);
  const incoming: Set<number>[] = Array.from({ length: count }, () => new Set<number>());
  const ends = new Map<number, Set<number>>();
  for (let c = count - 1; c >= 0; c--) {
    const set = store.union(own[c] as number[], incoming[c] as Set<number>);
    if (set === -1) continue;
    for (const v of members[c] as number[]) {
      setOf[v] = set;
      for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
        const w = edges.target[i] as number;
        const next = of[w] as number;
        if (next === c) continue;
        // A decision lowered it: the need arrives and is not passed on.
        if (next === -1) ends.set(w, (ends.get(w) ?? new Set<number>()).add(set));
        else (incoming[next] as Set<number>).add(set);
      }
    }
  }
  for (const [w, sets] of ends) setOf[w] = store.union([], sets);
  for (let v = 0; v < size; v++) if (maximum[v] !== level) setOf[v] = -1;
  return { setOf, sets: store.sets, distance };
}
