import type { AndOr } from '../analysis/index.ts';
import type { Resources } from './resources.ts';
import type { Timetable } from './schedule/problem.ts';
import { newQueue } from './schedule/queue.ts';
import type { TaskGraph } from './tasks.ts';
import { firstOf, groupsOf, type Swept } from './waits.ts';

/** The tasks of a recovery with their times and the units that do them. */
export interface Timed {
  readonly graph: TaskGraph;
  readonly swept: Swept;
  /** By task: the numbers of its people and places. */
  readonly units: readonly (readonly number[])[];
  /** By task: what each of its units does before it and after it, or -1. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly resources: Resources;
  readonly makespan: number;
}

/**
 * Tasks by when they finish, each after what it waited for: of tasks that take no time, one that waits for another must
 * not come before it. What never finishes is left out.
 */
function finishOrder(g: AndOr, finish: Float64Array): Int32Array {
  const missing = g.need.slice();
  const open = new Int32Array(g.size);
  const queue = newQueue(g.size);
  queue.clear(finish);
  const order: number[] = [];
  for (let t = 0; t < g.size; t++) {
    let unmet = 0;
    for (let i = g.groupStart[t] as number; i < (g.groupStart[t + 1] as number); i++)
      if ((g.need[i] as number) > 0) unmet++;
    open[t] = unmet;
    if (unmet === 0) queue.push(t);
  }
  for (let t = queue.pop(); t !== -1; t = queue.pop()) {
    order.push(t);
    for (let i = g.userStart[t] as number; i < (g.userStart[t + 1] as number); i++) {
      const group = g.user[i] as number;
      missing[group] = (missing[group] as number) - 1;
      if (missing[group] !== 0) continue;
      const owner = g.owner[group] as number;
      open[owner] = (open[owner] as number) - 1;
      if (open[owner] === 0) queue.push(owner);
    }
  }
  return Int32Array.from(order);
}

/** By unit: its tasks, the first one first. */
function agendas(units: Timetable['units'], swept: Swept, size: number): readonly (readonly number[])[] {
  const agenda: number[][] = Array.from({ length: size }, () => []);
  for (const task of swept.order) for (const u of units[task] ?? []) agenda[u]?.push(task);
  const byStart = (a: number, b: number): number =>
    (swept.start[a] as number) - (swept.start[b] as number) || (swept.rank[a] as number) - (swept.rank[b] as number);
  for (const tasks of agenda) tasks.sort(byStart);
  return agenda;
}

/** A timetable with the order in which its tasks finish and in which everybody works. */
export function timed(graph: TaskGraph, resources: Resources, { start, finish, units }: Timetable): Timed {
  const size = graph.tasks.length;
  const order = finishOrder(graph.graph, finish);
  const rank = new Int32Array(size).fill(size);
  for (const [i, task] of order.entries()) rank[task] = i;
  const swept = { start, finish, order, rank };
  const makespan = order.reduce((most, t) => Math.max(most, finish[t] as number), 0);
  const none: number[] = [];
  const before: number[][] = units.map((own) => (own.length === 0 ? none : own.map(() => -1)));
  const after: number[][] = units.map((own) => (own.length === 0 ? none : own.map(() => -1)));
  agendas(units, swept, resources.names.length).forEach((tasks, u) => {
    tasks.forEach((t, i) => {
      const slot = (units[t] as readonly number[]).indexOf(u);
      (before[t] as number[])[slot] = tasks[i - 1] ?? -1;
      (after[t] as number[])[slot] = tasks[i + 1] ?? -1;
    });
  });
  return { graph, swept, units, before, after, resources, makespan };
}

/** The minute at which a task lets go of its unit: a place at its end, a person after the attended part. */
function freeAt({ graph, swept, resources }: Timed, task: number, unit: number): number {
  const { time } = graph.tasks[task] as TaskGraph['tasks'][number];
  return (swept.start[task] as number) + (resources.isPlace[unit] ? time.takes : time.attended);
}

/**
 * The latest finish of each task that delays nothing: backwards over the members that came first and over what the same
 * people do next. Minutes; for tasks nobody waits for, the makespan.
 */
export function latestFinish(known: Timed): Float64Array {
  const { graph, swept, makespan, units, after } = known;
  const { start, finish, order, rank } = swept;
  const latest = new Float64Array(graph.tasks.length).fill(makespan);
  // What starts later is settled first; of those that start together, what waits for the other.
  const lastFirst = Int32Array.from(order).sort(
    (a, b) => (start[b] as number) - (start[a] as number) || (rank[b] as number) - (rank[a] as number),
  );
  const duration = (t: number): number => (finish[t] as number) - (start[t] as number);
  for (const task of lastFirst) {
    (units[task] as readonly number[]).forEach((u, slot) => {
      const following = after[task]?.[slot] ?? -1;
      if (following === -1) return;
      const held = freeAt(known, task, u) - (start[task] as number);
      const mustStart = (latest[following] as number) - duration(following) - held;
      latest[task] = Math.min(latest[task] as number, mustStart + duration(task));
    });
    const begins = (latest[task] as number) - duration(task);
    for (const group of groupsOf(graph, task)) {
      for (const m of firstOf(group, swept)) latest[m] = Math.min(latest[m] as number, begins);
    }
  }
  return latest;
}

/**
 * The chain of tasks that decides when `last` finishes, from the first to the last: what it waited for, or for whom. At
 * most the last `most` of them.
 */
export function chainTo(known: Timed, last: number, most = Number.POSITIVE_INFINITY): readonly number[] {
  const { graph, swept, units, before } = known;
  const chain = [last];
  const seen = new Set(chain);
  for (let task = last; chain.length < most; ) {
    const at = swept.start[task] as number;
    const waited = groupsOf(graph, task)
      .flatMap((g) => [...firstOf(g, swept)])
      .find((m) => swept.finish[m] === at && !seen.has(m));
    const busy = (): number | undefined =>
      before[task]?.find(
        (p, slot) => p !== -1 && !seen.has(p) && freeAt(known, p, units[task]?.[slot] as number) === at,
      );
    const decisive = waited ?? (at > 0 ? busy() : undefined);
    if (decisive === undefined) break;
    chain.push(decisive);
    seen.add(decisive);
    task = decisive;
  }
  return chain.reverse();
}
