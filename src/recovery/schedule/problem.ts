import type { AndOr } from '../../analysis/index.ts';

/** One hand that a task needs: any of these units, for its attended part or for the whole of it. */
export interface Slot {
  /** Numbers of units, those that can do least else first. */
  readonly units: Int32Array;
  /** A place on a backup target is taken until the end, a person only for the attended part. */
  readonly whole: boolean;
}

/** What a task needs at the same time: a different unit for each slot. */
export interface Demand {
  readonly slots: readonly Slot[];
  /** Slots have the same units or none in common: whoever is free first serves, nothing is to be weighed. */
  readonly simple: boolean;
}

/**
 * A scheduling problem as numbers: tasks with alternatives, done once, never interrupted, by units (people, places on
 * backup targets) that do one thing at a time. Minutes; 0 is the moment of planning.
 */
export interface Problem {
  /** Tasks and what each waits for: at least `need` members of each group must be finished. */
  readonly graph: AndOr;
  readonly duration: Float64Array;
  /** The first part of a task, which needs its people. */
  readonly attended: Float64Array;
  /** By task: its demand, or -1: nobody is needed. */
  readonly demandOf: Int32Array;
  readonly demands: readonly Demand[];
  /** By unit: from when on it is there; Infinity: never. */
  readonly availableFrom: Float64Array;
  /**
   * What a timetable is worth, first things first, less is better; never worse when a task finishes sooner. Writes into
   * `out`, which has `components` places. Tasks that finish at Infinity do not count.
   */
  readonly score: (finish: Float64Array, out: Float64Array) => void;
  readonly components: number;
  /** Which component of the score is the makespan: the work that is left bounds it. */
  readonly makespanAt: number;
  /** Which component is the greatest tardiness of each level, from 1 on; one each, or one for all where all are equal. */
  readonly lateAt: readonly [number, number, number];
  /** By task, for priorities only: when it had better be finished; Infinity: no promise hangs on it. */
  readonly due: Float64Array;
  /** By task, for priorities only: what it counts in the weighted sum, with all that waits for it. */
  readonly weight: Float64Array;
  /** By task, for priorities only: the importance of the promises that hang on it, 0 (none) to 3. */
  readonly level: Uint8Array;
}

/** When each task runs and who does it. */
export interface Timetable {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** By task: the units, one per slot of its demand. */
  readonly units: readonly (readonly number[])[];
}

/** -1, 0 or 1: whether a is better than, as good as or worse than b, first things first. */
export function compareScores(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/**
 * The moment the group has enough finished members: the need-th smallest of their times, Infinity while there are too
 * few. `scratch` holds as many numbers as the largest group has members.
 */
export function groupReady(g: AndOr, group: number, finish: Float64Array, scratch: Float64Array): number {
  const from = g.memberStart[group] as number;
  const to = g.memberStart[group + 1] as number;
  const need = g.need[group] as number;
  if (need <= 0) return 0;
  if (need >= to - from) {
    let latest = need > to - from ? Number.POSITIVE_INFINITY : 0;
    for (let i = from; i < to; i++) latest = Math.max(latest, finish[g.member[i] as number] as number);
    return latest;
  }
  if (need === 1) {
    let first = Number.POSITIVE_INFINITY;
    for (let i = from; i < to; i++) first = Math.min(first, finish[g.member[i] as number] as number);
    return first;
  }
  for (let i = from; i < to; i++) scratch[i - from] = finish[g.member[i] as number] as number;
  return scratch.subarray(0, to - from).sort()[need - 1] as number;
}

/** The moment all groups of a task have enough finished members. */
export function readyAt(g: AndOr, task: number, finish: Float64Array, scratch: Float64Array): number {
  let ready = 0;
  for (let group = g.groupStart[task] as number; group < (g.groupStart[task + 1] as number); group++) {
    ready = Math.max(ready, groupReady(g, group, finish, scratch));
    if (ready === Number.POSITIVE_INFINITY) return ready;
  }
  return ready;
}

/** How many members the largest group has. */
export function largestGroup(g: AndOr): number {
  let most = 1;
  for (let i = 0; i < g.need.length; i++) {
    most = Math.max(most, (g.memberStart[i + 1] as number) - (g.memberStart[i] as number));
  }
  return most;
}
