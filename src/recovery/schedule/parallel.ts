import { assign } from './assign.ts';
import type { Problem } from './problem.ts';
import { newQueue } from './queue.ts';
import type { SerialRun } from './serial.ts';

/**
 * Parallel generation: the clock goes on, and whoever is free takes the most urgent task that can start. One queue per
 * demand and no profile of the units, so that 100,000 tasks are near linear; nobody is ever idle while something waits.
 */
export function parallelRun(problem: Problem): SerialRun {
  const { graph: g, duration, attended, demandOf, demands, availableFrom } = problem;
  const start = new Float64Array(g.size);
  const finish = new Float64Array(g.size);
  const missing = new Int32Array(g.need.length);
  const open = new Int32Array(g.size);
  const units: (readonly number[])[] = new Array(g.size);
  const nobody: readonly number[] = [];
  const freeAt = new Float64Array(availableFrom.length);
  const queues = demands.map(() => newQueue(g.size));
  const blocked = new Uint8Array(demands.length);
  // Events: tasks that finish, and moments at which a unit is free again (numbers from `size` on).
  const events = newQueue(g.size + availableFrom.length);
  const moment = new Float64Array(g.size + availableFrom.length);

  let now = 0;
  const isFree = (unit: number): boolean => (freeAt[unit] as number) <= now;

  const begin = (task: number): void => {
    start[task] = now;
    finish[task] = now + (duration[task] as number);
    moment[task] = finish[task] as number;
    events.push(task);
  };

  const eligible = (task: number): void => {
    const demand = demandOf[task] as number;
    if (demand === -1) {
      units[task] = nobody;
      begin(task);
    } else {
      queues[demand]?.push(task);
    }
  };

  const over = (task: number): void => {
    for (let i = g.userStart[task] as number; i < (g.userStart[task + 1] as number); i++) {
      const group = g.user[i] as number;
      missing[group] = (missing[group] as number) - 1;
      if (missing[group] !== 0) continue;
      const owner = g.owner[group] as number;
      open[owner] = (open[owner] as number) - 1;
      if (open[owner] === 0 && start[owner] === Number.POSITIVE_INFINITY) eligible(owner);
    }
  };

  /** The queue whose first task is the most urgent, among those that are not known to lack people now. */
  const mostUrgent = (position: Float64Array): number => {
    let best = -1;
    let first = -1;
    for (let d = 0; d < queues.length; d++) {
      if (blocked[d]) continue;
      const task = queues[d]?.peek() as number;
      if (task === -1) continue;
      const p = position[task] as number;
      const q = position[first] as number;
      if (first === -1 || p < q || (p === q && task < first)) {
        first = task;
        best = d;
      }
    }
    return best;
  };

  const startWhatCan = (position: Float64Array): void => {
    blocked.fill(0);
    for (let d = mostUrgent(position); d !== -1; d = mostUrgent(position)) {
      const demand = demands[d] as Problem['demands'][number];
      const found = assign(demand, isFree);
      if (!found) {
        blocked[d] = 1;
        continue;
      }
      const task = queues[d]?.pop() as number;
      units[task] = found;
      for (let s = 0; s < found.length; s++) {
        const u = found[s] as number;
        const until = now + ((demand.slots[s]?.whole ? duration[task] : attended[task]) as number);
        freeAt[u] = until;
        if (until <= now) continue;
        moment[g.size + u] = until;
        events.push(g.size + u);
      }
      begin(task);
    }
  };

  const pass = (position: Float64Array): void => {
    missing.set(g.need);
    finish.fill(Number.POSITIVE_INFINITY);
    start.fill(Number.POSITIVE_INFINITY);
    freeAt.set(availableFrom);
    events.clear(moment);
    for (const q of queues) q.clear(position);
    now = 0;
    for (let u = 0; u < freeAt.length; u++) {
      const from = freeAt[u] as number;
      if (from <= 0 || from === Number.POSITIVE_INFINITY) continue;
      moment[g.size + u] = from;
      events.push(g.size + u);
    }
    for (let t = 0; t < g.size; t++) {
      let unmet = 0;
      for (let i = g.groupStart[t] as number; i < (g.groupStart[t + 1] as number); i++) {
        if ((g.need[i] as number) > 0) unmet++;
      }
      open[t] = unmet;
    }
    for (let t = 0; t < g.size; t++) if (open[t] === 0) eligible(t);
    startWhatCan(position);
    for (let event = events.pop(); event !== -1; event = events.pop()) {
      now = moment[event] as number;
      for (let e = event; e !== -1; ) {
        if (e < g.size) over(e);
        const following = events.peek();
        e = following !== -1 && (moment[following] as number) <= now ? events.pop() : -1;
      }
      startWhatCan(position);
    }
  };
  return {
    pass,
    start,
    finish,
    timetable: () => ({ start: start.slice(), finish: finish.slice(), units: units.slice() }),
  };
}
