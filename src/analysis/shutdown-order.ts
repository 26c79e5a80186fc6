import type { Model, Node } from '../model/model.ts';
import { greatestFixpoint } from './and-or.ts';
import type { Rows } from './components.ts';
import { graphOf } from './graph.ts';
import { fedBy, isUps, type PowerHold, powerHold, runtimeOf } from './power-hold.ts';
import { type Shutdown, shutdownOf } from './shutdown-times.ts';
import { shutdownWaits } from './shutdown-waits.ts';

/** One element that is shut down. Minutes after the shutdown begins. */
export interface ShutdownStep {
  readonly element: string;
  readonly start: number;
  readonly end: number;
  /** When it must begin at the latest, the mains having failed at 0; null: no UPS sets a limit. May lie before 0. */
  readonly latestStart: number | null;
  /** The elements that are shut down before it since they need it. */
  readonly waitsFor: readonly string[];
  readonly procedure?: string;
  readonly assumed: boolean;
}

export type ShutdownVerdict =
  /** This order is in time. */
  | 'in-time'
  /** The times of the plan alone are too long: no order can be in time. */
  | 'too-late'
  /** This order is too late; with other times than the assumed ones, or another order, it might not be. */
  | 'perhaps-too-late'
  /** The plan does not say how long the UPS holds. */
  | 'unknown';

/** Whether what a UPS carries is down before it is empty. */
export interface UpsVerdict {
  readonly ups: string;
  readonly runtime: number | null;
  /** What draws its power from it and is shut down. */
  readonly carries: readonly string[];
  /** When all of that can be down at the earliest. */
  readonly downAt: number;
  readonly verdict: ShutdownVerdict;
  /** Minutes that may pass before the shutdown begins; below 0: so many are missing. Null: unknown. */
  readonly spare: number | null;
  /** What decides it: each is shut down after the one before. */
  readonly chain: readonly string[];
  /** A time of the chain is assumed. */
  readonly assumed: boolean;
}

/** The order of a controlled shutdown, without limits of staff. */
export interface ShutdownOrder {
  /** An order in which they can be worked off: by start, then by end, each after all it waits for. */
  readonly steps: readonly ShutdownStep[];
  readonly makespan: number;
  readonly upses: readonly UpsVerdict[];
  /** Elements that need each other: no order is right for them. */
  readonly mutual: readonly (readonly string[])[];
  /** What would need a shutdown and has its power from no UPS: it falls with the mains. */
  readonly unprotected: readonly string[];
}

/** Longest paths: when each node begins to go down and is down, and the user it waited for longest (-1: none). */
function downTimes(edges: Rows, order: Int32Array, duration: Float64Array) {
  const begin = new Float64Array(edges.size);
  const down = new Float64Array(edges.size);
  const after = new Int32Array(edges.size).fill(-1);
  for (const v of order) {
    down[v] = (begin[v] as number) + (duration[v] as number);
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const to = edges.target[i] as number;
      if (after[to] !== -1 && (down[v] as number) <= (begin[to] as number)) continue;
      begin[to] = down[v] as number;
      after[to] = v;
    }
  }
  return { begin, down, after };
}

/** When each node must be down at the latest, so that power lasts for it and for all that is shut down after it. */
function latestDown(edges: Rows, order: Int32Array, duration: Float64Array, until: Float64Array): Float64Array {
  const latest = until.slice();
  for (const v of order.slice().reverse()) {
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const to = edges.target[i] as number;
      latest[v] = Math.min(latest[v] as number, (latest[to] as number) - (duration[to] as number));
    }
  }
  return latest;
}

/**
 * What is merely switched off goes as late as it may: who cuts the firewall first cannot shut down the rest from where he
 * sits. Changes the times of nothing else.
 */
function postpone(edges: Rows, order: Int32Array, duration: Float64Array, { begin, down, latest }: Times): void {
  const makespan = down.reduce((most, at) => Math.max(most, at), 0);
  for (const v of order.slice().reverse()) {
    if ((duration[v] as number) > 0) continue;
    let at = Math.min(makespan, latest[v] as number);
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      at = Math.min(at, begin[edges.target[i] as number] as number);
    }
    begin[v] = Math.max(begin[v] as number, at);
    down[v] = begin[v] as number;
  }
}

interface Times {
  readonly begin: Float64Array;
  readonly down: Float64Array;
  readonly latest: Float64Array;
}

/** What is shut down: everything of ours, or what hangs on one facility and cannot run without it. */
function affectedBy(model: Model, facility: Node | undefined): Uint8Array {
  if (!facility) return Uint8Array.from(model.nodes, (n) => (n.external ? 0 : 1));
  const hold = graphOf(model, (r) => r.when === 'run');
  const fed = fedBy(model, facility);
  const wanted = Uint8Array.from(model.nodes, (n) => (fed[n.index] ? 0 : 1));
  const alive = greatestFixpoint(hold, new Uint8Array(model.nodes.length), wanted);
  return Uint8Array.from(model.nodes, (n) => (alive[n.index] || n.external ? 0 : 1));
}

/** By node: the elements that are shut down before it, those behind services and clusters included. */
function usersOf(model: Model, edges: Rows, order: Int32Array, isStep: (v: number) => boolean): readonly string[][] {
  const users: Set<number>[] = Array.from({ length: edges.size }, () => new Set());
  for (const v of order) {
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const known = users[edges.target[i] as number] as Set<number>;
      if (isStep(v)) known.add(v);
      else for (const user of users[v] as Set<number>) known.add(user);
    }
  }
  return users.map((set) => [...set].sort((a, b) => a - b).map((v) => (model.nodes[v] as Node).id));
}

interface Timed {
  readonly model: Model;
  readonly shutdowns: readonly (Shutdown | undefined)[];
  readonly down: Float64Array;
  readonly after: Int32Array;
  /** The same counting only what is certain: stated times, and users that can do without nothing. */
  readonly certain: Float64Array;
  readonly power: PowerHold;
}

function verdictOf(ups: Node, { model, shutdowns, down, after, certain, power }: Timed): UpsVerdict | undefined {
  const carried = model.nodes.filter((n) => shutdowns[n.index] && power.upses[n.index]?.includes(ups.index));
  if (carried.length === 0) return undefined;
  const at = (times: Float64Array, n: Node): number => times[n.index] as number;
  const spareOf = (times: Float64Array, n: Node): number => at(power.until, n) - at(times, n);
  const last = carried.reduce((a, b) => (spareOf(down, b) < spareOf(down, a) ? b : a));
  const chain: number[] = [];
  for (let v = last.index; v !== -1; v = after[v] as number) if (shutdowns[v]) chain.unshift(v);
  const runtime = runtimeOf(ups);
  const proved = carried.some((n) => spareOf(certain, n) < 0);
  const late = spareOf(down, last) < 0;
  return {
    ups: ups.id,
    runtime: runtime ?? null,
    carries: carried.map((n) => n.id),
    downAt: Math.max(...carried.map((n) => at(down, n))),
    verdict: runtime === undefined ? 'unknown' : !late ? 'in-time' : proved ? 'too-late' : 'perhaps-too-late',
    spare: runtime === undefined ? null : spareOf(down, last),
    chain: chain.map((v) => (model.nodes[v] as Node).id),
    assumed: chain.some((v) => shutdowns[v]?.assumed),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * In which order things are shut down, each after all that needs it to start or to run, and whether every UPS carries its
 * load until then (analysis.md §4). Mains fail at minute 0 and no generator starts; there are people enough.
 * @param facility only what hangs on this one; default: everything
 */
export function shutdownOrder(model: Model, facility?: Node): ShutdownOrder {
  const affected = affectedBy(model, facility);
  const shutdowns = model.nodes.map((n) => (affected[n.index] ? shutdownOf(model, n) : undefined));
  const duration = Float64Array.from(shutdowns, (s) => s?.takes ?? 0);
  const { edges, forced, order, mutual } = shutdownWaits(model, affected, duration);
  const { begin, down, after } = downTimes(edges, order, duration);
  const stated = Float64Array.from(shutdowns, (s) => (s && !s.assumed ? s.takes : 0));
  const power = powerHold(model);
  // A UPS and what feeds it are not shut down: no limit goes out from them but the power they give.
  const until = power.until.map((at, v) => (shutdowns[v] ? at : Number.POSITIVE_INFINITY));
  const latest = latestDown(edges, order, duration, until);
  const users = usersOf(model, edges, order, (v) => shutdowns[v] !== undefined);
  const certain = downTimes(forced, order, stated).down;
  const upses = model.nodes
    .filter((n) => isUps(n) && affected[n.index])
    .map((ups) => verdictOf(ups, { model, shutdowns, down, after, certain, power }))
    .filter((v) => v !== undefined);
  postpone(edges, order, duration, { begin, down, latest });
  const steps: ShutdownStep[] = [];
  for (const v of order) {
    const shutdown = shutdowns[v];
    if (!shutdown) continue;
    const end = latest[v] as number;
    steps.push({
      element: (model.nodes[v] as Node).id,
      start: begin[v] as number,
      end: down[v] as number,
      latestStart: Number.isFinite(end) ? end - shutdown.takes : null,
      waitsFor: users[v] as string[],
      ...(shutdown.procedure === undefined ? {} : { procedure: shutdown.procedure }),
      assumed: shutdown.assumed,
    });
  }
  const falls = (n: Node): boolean =>
    (shutdowns[n.index]?.takes ?? 0) > 0 && power.until[n.index] === 0 && power.upses[n.index]?.length === 0;
  return {
    // Sorting is stable: of two at the same time the user stays before what it needs.
    steps: steps.sort((a, b) => a.start - b.start || a.end - b.end),
    makespan: steps.reduce((most, s) => Math.max(most, s.end), 0),
    upses,
    mutual: mutual.map((set) => set.map((v) => (model.nodes[v] as Node).id).sort(byText)),
    unprotected: model.nodes.filter(falls).map((n) => n.id),
  };
}
