import { earliestTimes, type Facts, serveTimes } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import type { Promised } from './promises.ts';
import { type Resources, resourcesOf } from './resources.ts';
import { levelled } from './schedule/pools.ts';
import type { Circumstances } from './task-list.ts';
import { type TaskGraph, taskGraph } from './tasks.ts';
import type { Team } from './team.ts';
import { recoveryOf } from './times.ts';
import { groupsOf } from './waits.ts';

/** What no order can beat. Minutes from the moment of planning. */
export interface Bounds {
  /** When a node serves at the earliest, by the chains it needs alone. */
  readonly byChain: (node: Node) => number;
  /** The same, by the work that only certain people can do for it. */
  readonly byWork: (node: Node) => number;
  /**
   * Promises that cannot all be kept with this one: together they ask more of the same people than there is time for.
   * Undefined: nothing is proved.
   */
  readonly overload: (promise: Promised) => readonly Promised[] | undefined;
}

/** Above so many tasks only chains bound: what each promise needs of all work grows with the square. */
const mostForWork = 3_000;

/** Requirements that a faster way than the plan's normal one could avoid: what a bound must not count on. */
function avoidable(model: Model): ReadonlySet<Requirement> {
  const moved = new Set(model.nodes.filter((n) => recoveryOf(n).restore?.to !== undefined).map((n) => n.id));
  return new Set(
    model.requirements.filter(
      (r) => r.bypass || (moved.has(r.from) && (r.relation === 'runsOn' || r.relation === 'storedOn')),
    ),
  );
}

/** When each node is up: never down is 0, what does not come back Infinity. */
export function upAt(
  model: Model,
  isDown: (node: Node) => boolean,
  { lastTask, tasks }: TaskGraph,
  finish: Float64Array,
): Float64Array {
  return Float64Array.from(model.nodes, (node) => {
    if (!isDown(node)) return Number.NEGATIVE_INFINITY;
    const task = lastTask[node.index] as number;
    if (task === -1) return Number.POSITIVE_INFINITY;
    return tasks[task]?.doneAt ?? (finish[task] as number);
  });
}

/** Pools of units that some tasks need alone, with the certain minutes of each task. */
function certainPools({ tasks }: TaskGraph, { demands, demandOf, isPlace }: Resources) {
  const pools = new Map<string, Int32Array>();
  for (const { slots } of demands) for (const { units } of slots) pools.set(units.join(), units);
  return [...pools.values()].map((units) => {
    const own = new Set(units);
    const minutes = Float64Array.from(tasks, ({ time }, t) => {
      const slots = demands[demandOf[t] as number]?.slots ?? [];
      const each = isPlace[units[0] as number] ? time.atLeast : Math.min(time.attended, time.atLeast);
      return slots.filter((s) => s.units.every((u) => own.has(u))).length * each;
    });
    return { units, minutes };
  });
}

/**
 * Lower bounds that count only times the plan states, and use every documented way round and other place, so that what
 * they rule out is proved (analysis.md §3, §4).
 */
export function boundsOf(
  facts: Facts,
  circumstances: Circumstances,
  team: Team,
  promises: readonly Promised[],
  elapsed: number,
): Bounds {
  const { impact } = circumstances;
  const { model, graph } = facts;
  const isDown = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  const ways = avoidable(model);
  const fastest = taskGraph({ ...circumstances, model, bypassed: new Set() }, ways);
  const duration = Float64Array.from(fastest.tasks, (t) => t.time.atLeast);
  const least = earliestTimes(fastest.graph, { duration, given: new Uint8Array(fastest.tasks.length) });
  const serves = serveTimes(graph, upAt(model, isDown, fastest, least.finish), { waived: ways });
  const usable = (id: string): number => least.finish[fastest.lastTask[(model.node(id) as Node).index] as number] ?? 0;
  const resources = resourcesOf(model, fastest, team, usable);
  const pools = certainPools(fastest, resources);
  const must = mustTasks(facts, fastest, ways);
  const head = (tasks: readonly number[]): number =>
    tasks.reduce((m, t) => Math.min(m, least.start[t] as number), Number.POSITIVE_INFINITY);
  /** When the units of a pool are through with their part of these tasks at the earliest. */
  const through = (pool: (typeof pools)[number], tasks: Iterable<number>): number => {
    const own = [...tasks].filter((t) => (pool.minutes[t] as number) > 0);
    if (own.length === 0) return 0;
    const work = own.reduce((sum, t) => sum + (pool.minutes[t] as number), 0);
    return levelled(pool.units, resources.availableFrom, Math.max(0, head(own)), work);
  };
  return {
    byChain: (node) => serves[node.index] as number,
    byWork: (node) => {
      if (pools.length === 0 || fastest.tasks.length > mostForWork) return serves[node.index] as number;
      const tasks = must(node);
      return pools.reduce((most, pool) => Math.max(most, through(pool, tasks)), serves[node.index] as number);
    },
    overload: (promise) => {
      if (fastest.tasks.length > mostForWork) return undefined;
      const before = promises.filter((p) => p.node !== promise.node && p.limit <= promise.limit);
      for (const pool of pools) {
        const tasks = new Set(must(promise.node));
        const rivals: Promised[] = [];
        for (const rival of before) {
          const more = [...must(rival.node)].filter((t) => !tasks.has(t) && (pool.minutes[t] as number) > 0);
          if (more.length === 0) continue;
          rivals.push(rival);
          for (const t of more) tasks.add(t);
          if (through(pool, tasks) + elapsed > promise.limit) return rivals;
        }
      }
      return undefined;
    },
  };
}

/** The tasks a node cannot serve without, whatever alternatives are taken. */
function mustTasks(
  { model }: Facts,
  fastest: TaskGraph,
  waived: ReadonlySet<Requirement>,
): (node: Node) => ReadonlySet<number> {
  const needs = new Map<string, Node[]>();
  for (const r of model.requirements) {
    if ((r.when !== 'run' && r.when !== 'serve') || r.atLeast < r.of.length || waived.has(r)) continue;
    const providers = r.of.map((id) => model.node(id) as Node);
    needs.set(r.from, [...(needs.get(r.from) ?? []), ...providers]);
  }
  const known = new Map<number, ReadonlySet<number>>();
  return (node) => {
    const found = known.get(node.index);
    if (found) return found;
    const nodes = new Set([node]);
    for (const n of nodes) for (const provider of needs.get(n.id) ?? []) nodes.add(provider);
    const tasks = new Set([...nodes].map((n) => fastest.lastTask[n.index] as number).filter((t) => t !== -1));
    for (const t of tasks) {
      for (const { need, members } of groupsOf(fastest, t))
        if (need >= members.length) for (const m of members) tasks.add(m);
    }
    known.set(node.index, tasks);
    return tasks;
  };
}
