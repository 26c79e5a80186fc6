import type { Model, Node } from '../model/model.ts';
import { components } from './components.ts';
import { type Incoming, incomingOf, ownerOf } from './need-edges.ts';
import type { NeedLevels } from './need-levels.ts';

/** A money amount; sums are kept per currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Which processes stand on which elements with one level; elements with the same processes form a group. */
export interface Bearers {
  /** By node: the number of its group; -1: nobody bears on it, or its maximum is another level. */
  readonly groupOf: Int32Array;
  /** By group: how many processes. */
  readonly counts: readonly number[];
  /** By group: what an hour without all of them costs. */
  readonly damage: readonly (readonly Money[])[];
  /** By node: steps from the nearest process; -1: none. */
  readonly distance: Int32Array;
  /** The processes that bear on a node, ascending. */
  readonly of: (node: number) => readonly number[];
}

/** So many processes are followed at once: their sets are bits, 256 bytes a node. */
const block = 2048;
const words = block / 32;

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

/** Processes whose level this is. Of a process that nobody has rated nothing is known: it bears nothing. */
function startsOf(model: Model, { effective, rated }: NeedLevels, level: number): number[] {
  return model
    .of('process')
    .map((p) => (model.node(p.id) as Node).index)
    .filter((v) => effective[v] === level && rated[v] === 1);
}

/** What is known of the set of each node after some blocks of processes: enough to tell sets apart and to add up. */
interface Sums {
  readonly count: Int32Array;
  readonly hash: Int32Array;
  readonly otherHash: Int32Array;
  /** By currency, then by node. */
  readonly damage: ReadonlyMap<string, Float64Array>;
}

function addUp(
  sums: Sums,
  v: number,
  bits: Uint32Array,
  from: number,
  processes: readonly number[],
  costs: readonly (Money | undefined)[],
): void {
  let a = sums.hash[v] as number;
  let b = sums.otherHash[v] as number;
  let count = 0;
  for (let i = 0; i < words; i++) {
    let word = bits[from + i] as number;
    a = Math.imul(a ^ word, 0x9e3779b1) ^ (a >>> 15);
    b = Math.imul(b + word, 0x85ebca6b) ^ (b >>> 13);
    while (word !== 0) {
      const bit = 31 - Math.clz32(word);
      word = (word & ~(1 << bit)) >>> 0;
      count++;
      const cost = costs[processes[i * 32 + bit] as number];
      const sum = cost && sums.damage.get(cost.currency);
      if (sum) sum[v] = (sum[v] as number) + cost.amount;
    }
  }
  sums.hash[v] = a;
  sums.otherHash[v] = b;
  sums.count[v] = (sums.count[v] as number) + count;
}

/**
 * The bearers of every element whose maximum is `level`: the processes with exactly this effective need whose need
 * reaches it over elements that pass it on undiminished (analysis.md §5). A process bears once, however many ways lead
 * to it; circles share one set. Two sets are taken for the same when their counts and 64 bits of hash agree.
 * O((nodes + edges) × processes / 32).
 */
export function bearersAt(model: Model, levels: NeedLevels, level: number): Bearers {
  const { edges, effective, maximum } = levels;
  const size = model.nodes.length;
  const groupOf = new Int32Array(size).fill(-1);
  const starts = startsOf(model, levels, level);
  const distance = distances(levels, level, starts);
  let incoming: Incoming | undefined;
  const isStart = new Set(starts);
  const of = (node: number): readonly number[] => {
    incoming ??= incomingOf(edges);
    return processesOf(levels, incoming, level, node).filter((v) => isStart.has(v));
  };
  if (starts.length === 0) return { groupOf, counts: [], damage: [], distance, of };
  const within = Uint8Array.from({ length: size }, (_, v) =>
    distance[v] !== -1 && (effective[v] as number) >= level ? 1 : 0,
  );
  const found = components({ size, start: edges.start, target: edges.target }, within);
  // What a decision has lowered receives a need and passes none on: a last component of its own.
  const component = found.of;
  let count = found.count;
  const reached: number[] = [];
  for (let v = 0; v < size; v++) {
    if (distance[v] === -1) continue;
    reached.push(v);
    if (component[v] === -1) component[v] = count++;
  }
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const v of reached) (members[component[v] as number] as number[]).push(v);
  const costs = model.nodes.map((n) =>
    n.kind === 'process' ? (n.data as { damage?: { perHour?: Money } }).damage?.perHour : undefined,
  );
  const currencies = new Set(starts.flatMap((v) => costs[v]?.currency ?? []));
  const sums: Sums = {
    count: new Int32Array(size),
    hash: new Int32Array(size),
    otherHash: new Int32Array(size),
    damage: new Map([...currencies].map((c) => [c, new Float64Array(size)])),
  };
  const bits = new Uint32Array(count * words);
  for (let first = 0; first < starts.length; first += block) {
    const part = starts.slice(first, first + block);
    bits.fill(0);
    part.forEach((v, i) => {
      const at = (component[v] as number) * words + (i >> 5);
      bits[at] = ((bits[at] as number) | (1 << (i & 31))) >>> 0;
    });
    for (let c = found.count - 1; c >= 0; c--) {
      for (const v of members[c] as number[]) {
        for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
          const next = component[edges.target[i] as number] as number;
          if (next === c) continue;
          const to = next * words;
          const from = c * words;
          for (let k = 0; k < words; k++) bits[to + k] = ((bits[to + k] as number) | (bits[from + k] as number)) >>> 0;
        }
      }
    }
    for (const v of reached)
      if (maximum[v] === level) addUp(sums, v, bits, (component[v] as number) * words, part, costs);
  }
  const groups = new Map<string, number>();
  const counts: number[] = [];
  const damage: Money[][] = [];
  for (const v of reached) {
    if (maximum[v] !== level || sums.count[v] === 0) continue;
    const key = `${sums.count[v]} ${sums.hash[v]} ${sums.otherHash[v]}`;
    const group = groups.get(key) ?? counts.push(sums.count[v] as number) - 1;
    if (!groups.has(key)) {
      groups.set(key, group);
      damage.push([...sums.damage].map(([currency, by]) => ({ currency, amount: by[v] as number })));
    }
    groupOf[v] = group;
  }
  return { groupOf, counts, damage, distance, of };
}

/** Everything from which a level reaches a node, by going back from it; ascending. */
function processesOf({ edges, effective }: NeedLevels, incoming: Incoming, level: number, node: number): number[] {
  const seen = new Set([node]);
  const queue = [node];
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = incoming.start[v] as number; i < (incoming.start[v + 1] as number); i++) {
      const from = ownerOf(edges.start, incoming.edge[i] as number);
      if (seen.has(from) || (effective[from] as number) < level) continue;
      seen.add(from);
      queue.push(from);
    }
  }
  return queue.sort((a, b) => a - b);
}
