import type { Problem, Timetable } from './problem.ts';

/** The outcome of Lawler's rule. */
export interface Lawler {
  readonly timetable: Timetable;
  /** The highest level at which something is late, 0: nothing is; and by how much at most. Nothing can be better. */
  readonly level: number;
  readonly late: number;
}

/** Whether one unit does every task that takes time, from its beginning to its end, and nothing has alternatives. */
function isLawlers({ graph: g, duration, attended, demandOf, demands, availableFrom }: Problem): boolean {
  if (availableFrom.length !== 1 || !Number.isFinite(availableFrom[0])) return false;
  for (let t = 0; t < g.size; t++) {
    const alone = demandOf[t] === -1 && duration[t] === 0;
    if (!alone && (demands[demandOf[t] as number]?.slots.length !== 1 || attended[t] !== duration[t])) return false;
  }
  for (let i = 0; i < g.need.length; i++) {
    if ((g.need[i] as number) < (g.memberStart[i + 1] as number) - (g.memberStart[i] as number)) return false;
  }
  return true;
}

/**
 * Lawler's rule (1973) for 1 | prec | fmax: from the back, of the tasks that nothing unplaced waits for, the one that
 * costs least at that moment goes last. Exact for the greatest lateness by importance. Undefined where the problem is
 * not of that kind.
 */
export function lawler(problem: Problem): Lawler | undefined {
  if (!isLawlers(problem)) return undefined;
  const { graph: g, duration, demandOf, availableFrom, due, level } = problem;
  const waiting = Int32Array.from(
    { length: g.size },
    (_, t) => (g.userStart[t + 1] as number) - (g.userStart[t] as number),
  );
  const open = new Set<number>();
  for (let t = 0; t < g.size; t++) if (waiting[t] === 0) open.add(t);
  const start = new Float64Array(g.size);
  const finish = new Float64Array(g.size);
  let end = duration.reduce((a, b) => a + b, availableFrom[0] as number);
  const worst = { level: 0, late: 0 };
  const costOf = (t: number): readonly [number, number] => {
    const late = Math.max(0, end - (due[t] as number));
    return [late > 0 ? (level[t] as number) : 0, late];
  };
  const isLess = (a: readonly [number, number], b: readonly [number, number]): boolean =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  for (let left = g.size; left > 0; left--) {
    let last = -1;
    for (const t of open) {
      const [a, b] = [costOf(t), last === -1 ? undefined : costOf(last)];
      const later = (due[t] as number) > (due[last] as number);
      if (!b || isLess(a, b) || (!isLess(b, a) && later)) last = t;
    }
    if (last === -1) return undefined;
    open.delete(last);
    const [atLevel, late] = costOf(last);
    if (isLess([worst.level, worst.late], [atLevel, late])) Object.assign(worst, { level: atLevel, late });
    finish[last] = end;
    end -= duration[last] as number;
    start[last] = end;
    for (
      let i = g.memberStart[g.groupStart[last] as number] as number;
      i < (g.memberStart[g.groupStart[last + 1] as number] as number);
      i++
    ) {
      const m = g.member[i] as number;
      waiting[m] = (waiting[m] as number) - 1;
      if (waiting[m] === 0) open.add(m);
    }
  }
  const units = Array.from(demandOf, (d) => (d === -1 ? [] : [0]));
  return { timetable: { start, finish, units }, ...worst };
}
