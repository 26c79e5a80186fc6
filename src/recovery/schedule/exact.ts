import { levelled, poolsOf, workLeft } from './pools.ts';
import { compareScores, largestGroup, type Problem, readyAt, type Timetable } from './problem.ts';
import type { Found } from './search.ts';

/** Up to so many tasks with people the best timetable is looked for exactly. */
export const mostForExact = 20;

/** The outcome of branch and bound. */
export interface Exact {
  readonly timetable: Timetable;
  readonly score: Float64Array;
  /** Nothing better exists; false: the limit of nodes was reached first. */
  readonly proved: boolean;
  readonly nodes: number;
}

/** A partial timetable that was reached before with the same tasks. */
interface Reached {
  readonly at: number;
  readonly finish: Float64Array;
  readonly free: Float64Array;
}

/** The tasks that people or places are needed for; the others begin by themselves. */
export const staffedTasks = ({ demandOf, graph }: Problem): readonly number[] =>
  Array.from({ length: graph.size }, (_, t) => t).filter((t) => demandOf[t] !== -1);

/** Units by what they can do: those of one class stand in for each other. */
function classesOf({ demands, availableFrom }: Problem): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(availableFrom, (_, u) => {
    const key = demands.map((d) => d.slots.map((s) => (s.units.includes(u) ? 1 : 0)).join('')).join('|');
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  });
}

/**
 * Branch and bound over timetables in the order of their starts: every task, by every choice of people that differs,
 * at its first possible moment, never before the last one that was placed. A partial timetable is left when its bound
 * is no better than the best one known, or when the same tasks were placed before by then, with nobody busy longer and
 * nothing finished later (cutset dominance: Demeulemeester and Herroelen 1992). `limit` counts partial timetables;
 * `components`: how much of the score is proved, the rest is taken as it comes.
 */
export function exact(
  problem: Problem,
  known: Pick<Found, 'timetable' | 'score'>,
  limit: number,
  components: number,
): Exact {
  const { graph: g, duration, attended, demandOf, demands, availableFrom } = problem;
  const size = g.size;
  const staffed = staffedTasks(problem);
  const bit = new Map(staffed.map((t, i) => [t, i]));
  const scratch = new Float64Array(largestGroup(g));
  const classOf = classesOf(problem);
  const start = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const finish = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const free = availableFrom.slice();
  const units: (readonly number[])[] = new Array(size).fill([]);
  const placed = new Uint8Array(size);
  const reached = new Map<number, Reached[]>();
  const bestScore = known.score.slice();
  let best = known.timetable;
  let nodes = 0;
  const pools = poolsOf(problem);
  const target = new Float64Array(problem.components);
  const partial = new Float64Array(problem.components);

  /** Lets tasks begin as soon as they can, `at` at the soonest where people do them: rounds to the fixpoint. */
  const relax = (times: Float64Array, isFree: (t: number) => boolean, at: number): void => {
    for (let changed = true; changed; ) {
      changed = false;
      for (let t = 0; t < size; t++) {
        if (!isFree(t)) continue;
        const soonest = demandOf[t] === -1 ? 0 : at;
        const over = Math.max(soonest, readyAt(g, t, times, scratch)) + (duration[t] as number);
        if (over < (times[t] as number)) {
          times[t] = over;
          changed = true;
        }
      }
    }
  };

  /** What needs nobody begins as soon as it can: it follows from what is placed. */
  const followAlone = (): void => {
    for (let t = 0; t < size; t++) if (demandOf[t] === -1) finish[t] = Number.POSITIVE_INFINITY;
    relax(finish, (t) => demandOf[t] === -1, 0);
  };

  /** What the unplaced tasks finish at, with people without end: no timetable that goes on from here is better. */
  const boundFrom = (at: number): void => {
    const heads = finish.slice();
    relax(heads, (t) => !placed[t], at);
    problem.score(heads, target);
    for (const pool of pools) {
      const left = workLeft(pool, placed);
      if (left === 0) continue;
      const over = levelled(pool.units, free, at, left);
      target[problem.makespanAt] = Math.max(target[problem.makespanAt] as number, over);
    }
  };

  const compareFirst = (a: Float64Array, b: Float64Array): number =>
    compareScores(a.subarray(0, components), b.subarray(0, components));

  const settled = new Float64Array(size);
  /** The score of what is over by then: no later step changes it. */
  const scoreUntil = (at: number, finishes: Float64Array, out: Float64Array): void => {
    for (let t = 0; t < size; t++) {
      settled[t] = (finishes[t] as number) <= at ? (finishes[t] as number) : Number.POSITIVE_INFINITY;
    }
    problem.score(settled, out);
  };

  const dominated = (mask: number, at: number): boolean => {
    const before = reached.get(mask);
    scoreUntil(at, finish, partial);
    const isBelow = (r: Reached): boolean => {
      if (r.at > at) return false;
      for (let u = 0; u < free.length; u++) if ((r.free[u] as number) > Math.max(at, free[u] as number)) return false;
      for (let t = 0; t < size; t++) {
        if (placed[t] && (r.finish[t] as number) > Math.max(at, finish[t] as number)) return false;
      }
      scoreUntil(at, r.finish, target);
      for (let i = 0; i < components; i++) if ((target[i] as number) > (partial[i] as number)) return false;
      return true;
    };
    if (before?.some(isBelow)) return true;
    const mine = { at, finish: finish.slice(), free: free.slice() };
    if (before) before.push(mine);
    else reached.set(mask, [mine]);
    return false;
  };

  /** Every choice of units for the slots of a task that differs in class or in when they are free. */
  const choices = (task: number): readonly (readonly number[])[] => {
    const demand = demands[demandOf[task] as number];
    if (!demand) return [[]];
    const found: number[][] = [];
    const seen = new Set<string>();
    const choose = (slot: number, taken: readonly number[]): void => {
      const wanted = demand.slots[slot];
      if (!wanted) {
        const key = taken
          .map((u) => `${classOf[u]}:${free[u]}`)
          .sort()
          .join();
        if (!seen.has(key)) found.push([...taken]);
        seen.add(key);
        return;
      }
      const tried = new Set<string>();
      for (const u of wanted.units) {
        const key = `${classOf[u]}:${free[u]}`;
        if (taken.includes(u) || tried.has(key) || free[u] === Number.POSITIVE_INFINITY) continue;
        tried.add(key);
        choose(slot + 1, [...taken, u]);
      }
    };
    choose(0, []);
    return found;
  };

  const descend = (count: number, mask: number, at: number): boolean => {
    followAlone();
    if (count === staffed.length) {
      problem.score(finish, target);
      if (compareScores(target, bestScore) < 0) {
        bestScore.set(target);
        for (let t = 0; t < size; t++)
          if (demandOf[t] === -1) start[t] = (finish[t] as number) - (duration[t] as number);
        best = { start: start.slice(), finish: finish.slice(), units: units.slice() };
      }
      return true;
    }
    if (++nodes > limit) return false;
    boundFrom(at);
    if (compareFirst(target, bestScore) >= 0) return true;
    if (dominated(mask, at)) return true;
    const options: { task: number; at: number; chosen: readonly number[] }[] = [];
    for (const t of staffed) {
      if (placed[t]) continue;
      const ready = readyAt(g, t, finish, scratch);
      if (ready === Number.POSITIVE_INFINITY) continue;
      for (const chosen of choices(t)) {
        const begins = chosen.reduce((m, u) => Math.max(m, free[u] as number), ready);
        // Sooner than the last one: it was placed before it on another branch.
        if (begins >= at) options.push({ task: t, at: begins, chosen });
      }
    }
    options.sort((a, b) => a.at - b.at || a.task - b.task);
    for (const { task, at: begins, chosen } of options) {
      const demand = demands[demandOf[task] as number];
      const before = chosen.map((u) => free[u] as number);
      start[task] = begins;
      finish[task] = begins + (duration[task] as number);
      units[task] = chosen;
      placed[task] = 1;
      chosen.forEach((u, s) => {
        const takes = (demand?.slots[s]?.whole ? duration[task] : attended[task]) as number;
        if (takes > 0) free[u] = begins + takes;
      });
      const complete = descend(count + 1, mask | (1 << (bit.get(task) as number)), begins);
      chosen.forEach((u, i) => {
        free[u] = before[i] as number;
      });
      placed[task] = 0;
      start[task] = Number.POSITIVE_INFINITY;
      finish[task] = Number.POSITIVE_INFINITY;
      followAlone();
      if (!complete) return false;
    }
    return true;
  };
  const proved = descend(0, 0, 0);
  return { timetable: best, score: bestScore, proved, nodes };
}
