import type { Model } from '../model/model.ts';
import { type AndOr, leastFixpoint, membersOf, subgraph } from './and-or.ts';
import { components, type Rows, rowsOf } from './components.ts';
import { coresOf } from './cores.ts';
import { earliestTimes } from './earliest.ts';
import { graphOf } from './graph.ts';

/** What has to be down before what; all by node number. Edges lead from a user to what may be shut down after it. */
export interface ShutdownWaits {
  readonly edges: Rows;
  /** Those of them that hold whatever is chosen: users that can do without none of their providers. */
  readonly forced: Rows;
  /** Each user before what it needs. */
  readonly order: Int32Array;
  /** Sets that need each other, so that none of them can go down after all its users. */
  readonly mutual: readonly (readonly number[])[];
}

/** All that binds a shutdown, and the same without the requirements (`waived`) by which elements lock each other. */
interface Bound {
  readonly all: AndOr;
  readonly free: AndOr;
  readonly waived: ReadonlySet<number>;
  readonly mutual: readonly (readonly number[])[];
}

function boundBy(model: Model, affected: Uint8Array): Bound {
  const given = affected.map((a) => (a ? 0 : 1));
  const waived = new Set<number>();
  const mutual: (readonly number[])[] = [];
  const build = (): AndOr =>
    graphOf(
      model,
      (r, from, tag) => affected[from.index] === 1 && (r.when === 'run' || r.when === 'start') && !waived.has(tag),
    );
  const all = build();
  for (let g = all; ; g = build()) {
    const { reached } = leastFixpoint(g, given, affected);
    const locked = Int32Array.from(model.nodes.map((n) => n.index).filter((v) => !reached[v]));
    if (locked.length === 0) return { all, free: g, waived, mutual };
    const whole = subgraph(g, locked, (v) => reached[v] === 1);
    for (const core of coresOf(whole)) {
      mutual.push(core.map((v) => locked[v] as number));
      for (const tag of subgraph(whole, core, () => true).tag) waived.add(tag);
    }
  }
}

/** The members of each group that a start in this order counts on: what is not affected, then the first to be up. */
function chosenOf(g: AndOr, group: number, affected: Uint8Array, rank: Int32Array): ReadonlySet<number> {
  const key = (v: number): number => (affected[v] ? (rank[v] as number) : -1);
  return new Set([...membersOf(g, group)].sort((a, b) => key(a) - key(b)).slice(0, g.need[group]));
}

interface Wait {
  readonly from: number;
  readonly to: number;
  readonly chosen: boolean;
  readonly forced: boolean;
}

const nobody: ReadonlySet<number> = new Set();

/**
 * The reverse of the start order. Whatever may be needed waits for all its users, whether they could do without it or not:
 * nobody knows on which host of a farm a machine runs. Only where elements would wait for each other in a circle, a
 * provider that is not counted on may go first; at every moment what is up still has as many providers as it needs.
 */
export function shutdownWaits(model: Model, affected: Uint8Array, duration: Float64Array): ShutdownWaits {
  const { all: g, free, waived, mutual } = boundBy(model, affected);
  const given = affected.map((a) => (a ? 0 : 1));
  const rank = new Int32Array(g.size);
  earliestTimes(free, { duration, given }).order.forEach((v, i) => {
    rank[v] = i;
  });
  const waits: Wait[] = [];
  for (let group = 0; group < g.need.length; group++) {
    const from = g.owner[group] as number;
    const members = membersOf(g, group);
    const counted = !waived.has(g.tag[group] as number);
    const chosen = counted ? chosenOf(g, group, affected, rank) : nobody;
    for (const to of members) {
      if (!affected[to] || to === from) continue;
      waits.push({ from, to, chosen: chosen.has(to), forced: counted && members.length === g.need[group] });
    }
  }
  const rows = (kept: readonly Wait[]): Rows =>
    rowsOf(
      g.size,
      kept.map(({ from, to }) => [from, to] as const),
    );
  const { of } = components(rows(waits));
  const edges = rows(waits.filter(({ from, to, chosen }) => chosen || of[from] !== of[to]));
  return { edges, forced: rows(waits.filter((w) => w.forced)), order: usersFirst(edges), mutual };
}

/** Each node after all that point to it; the smallest number first where there is a choice. */
function usersFirst({ size, start, target }: Rows): Int32Array {
  const open = new Int32Array(size);
  for (const to of target) open[to] = (open[to] as number) + 1;
  const order = new Int32Array(size);
  let tail = 0;
  for (let v = 0; v < size; v++) if (open[v] === 0) order[tail++] = v;
  for (let head = 0; head < tail; head++) {
    const v = order[head] as number;
    for (let i = start[v] as number; i < (start[v + 1] as number); i++) {
      const to = target[i] as number;
      open[to] = (open[to] as number) - 1;
      if (open[to] === 0) order[tail++] = to;
    }
  }
  if (tail < size) throw new Error('an order of shutdown goes round in a circle');
  return order;
}
