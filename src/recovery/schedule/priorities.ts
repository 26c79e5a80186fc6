import { earliestTimes, membersOf } from '../../analysis/index.ts';
import type { Problem } from './problem.ts';

/** What is known of each task when only the requirements limit it: heads, tails, due dates handed back. Minutes. */
export interface Urgency {
  readonly finish: Float64Array;
  /** The longest way from its start to the end of everything, over the alternatives that are there first. */
  readonly tail: Float64Array;
  /** When it must start at the latest, so that nothing that waits for it is late. */
  readonly latestStart: Float64Array;
  /** What waits for it, weighted, and itself. */
  readonly waiting: Float64Array;
  readonly level: Uint8Array;
}

/** Heads, tails and due dates of a problem, in one sweep forwards and one backwards. */
export function urgencyOf(problem: Problem): Urgency {
  const { graph: g, duration, due, weight } = problem;
  const { finish, order } = earliestTimes(g, { duration, given: new Uint8Array(g.size) });
  const tail = duration.slice();
  const latestStart = due.map((d, t) => d - (duration[t] as number));
  const waiting = weight.slice();
  const level = problem.level.slice();
  const rank = new Int32Array(g.size);
  for (const [i, t] of order.entries()) rank[t] = i;
  for (let i = order.length - 1; i >= 0; i--) {
    const t = order[i] as number;
    for (let group = g.groupStart[t] as number; group < (g.groupStart[t + 1] as number); group++) {
      const need = g.need[group] as number;
      const members = membersOf(g, group);
      const first =
        need >= members.length
          ? members
          : members
              .slice()
              .sort((a, b) => (rank[a] as number) - (rank[b] as number))
              .subarray(0, need);
      for (const m of first) {
        if ((rank[m] as number) > i) continue;
        tail[m] = Math.max(tail[m] as number, (duration[m] as number) + (tail[t] as number));
        latestStart[m] = Math.min(latestStart[m] as number, (latestStart[t] as number) - (duration[m] as number));
        waiting[m] = (waiting[m] as number) + (waiting[t] as number);
        level[m] = Math.max(level[m] as number, level[t] as number);
      }
    }
  }
  return { finish, tail, latestStart, waiting, level };
}

/** A late date stands for "no date": finite, so that sums stay numbers. */
const dated = (time: number): number => (time === Number.POSITIVE_INFINITY ? 1e12 : time);

/**
 * Priority rules: for each task a number, the least goes first. The classic ones of the literature (latest start, minimum
 * slack, longest tail, most weight per minute) and mixtures; ties go to the lower task.
 */
export function priorityRules(problem: Problem, urgency: Urgency): readonly Float64Array[] {
  const { duration, attended } = problem;
  const { finish, tail, latestStart, waiting, level } = urgency;
  const tasks = (f: (t: number) => number): Float64Array => Float64Array.from(duration, (_, t) => f(t));
  const head = (t: number): number => (finish[t] as number) - (duration[t] as number);
  const late = (t: number): number => dated(latestStart[t] as number);
  const ratio = (t: number): number => -(waiting[t] as number) / Math.max(1, attended[t] as number);
  return [
    tasks((t) => -(level[t] as number) * 1e13 + late(t)),
    tasks(late),
    tasks((t) => -(tail[t] as number)),
    tasks(ratio),
    tasks((t) => -(waiting[t] as number)),
    tasks(head),
    tasks((t) => Math.min(late(t), 1e6) - (tail[t] as number)),
    tasks((t) => -(level[t] as number) * 1e13 + head(t)),
  ];
}
