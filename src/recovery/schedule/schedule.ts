import { earliestTimes } from '../../analysis/index.ts';
import { exact, mostForExact, staffedTasks } from './exact.ts';
import { lawler } from './lawler.ts';
import { compareScores, type Problem, type Timetable } from './problem.ts';
import { passesFor, search } from './search.ts';

/** A timetable and what is known of its quality. */
export interface Scheduled {
  readonly timetable: Timetable;
  readonly score: Float64Array;
  /** How many of the first components of the score are proved: no timetable is better in them. */
  readonly proved: number;
  readonly passes: number;
}

/** How much the exact search looks at: partial timetables times tasks, about a second. */
const nodeBudget = 1_000_000;

/**
 * The best timetable that is found: the earliest one where nobody has to wait for people, else by search, and for up to
 * 20 tasks by branch and bound (analysis.md §4). Always the same for the same problem and number of passes.
 * @param passes how many timetables the search makes at most; default: by the number of tasks
 */
export function schedule(problem: Problem, passes: number = passesFor(problem.graph.size)): Scheduled {
  const { graph, duration, components } = problem;
  const earliest = earliestTimes(graph, { duration, given: new Uint8Array(graph.size) });
  const bound = new Float64Array(components);
  problem.score(earliest.finish, bound);
  if (problem.demands.length === 0) {
    const timetable = { ...earliest, units: Array.from({ length: graph.size }, () => []) };
    return { timetable, score: bound, proved: components, passes: 0 };
  }
  const rule = byRule(problem, bound);
  const searched = search(problem, passes, bound);
  const found = rule && compareScores(rule.score, searched.score) < 0 ? { ...rule, passes: searched.passes } : searched;
  if (searched.atBound) return { ...searched, proved: components };
  const proved = Math.max(
    provedAtBound(found.score, bound),
    rule ? provedByRule(found.score, rule.score, rule.proved) : 0,
  );
  if (staffedTasks(problem).length > mostForExact || proved > 0 || passes < 1_000) return { ...found, proved };
  const best = exact(problem, found, Math.floor(nodeBudget / graph.size), 1);
  if (!best.proved) return { ...found, ...(compareScores(best.score, found.score) < 0 ? best : {}), proved };
  return { timetable: best.timetable, score: best.score, passes: found.passes, proved: 1 };
}

/** How many components in a row are as good as the bound. */
function provedAtBound(score: Float64Array, bound: Float64Array): number {
  let n = 0;
  while (n < score.length && (score[n] as number) <= (bound[n] as number)) n++;
  return n;
}

interface ByRule {
  readonly timetable: Timetable;
  readonly score: Float64Array;
  readonly proved: number;
}

/** What Lawler's rule gives where it applies, and whether it proves the first component. */
function byRule(problem: Problem, bound: Float64Array): ByRule | undefined {
  const found = lawler(problem);
  if (!found) return undefined;
  const score = new Float64Array(problem.components);
  problem.score(found.timetable.finish, score);
  // The rule speaks of the greatest tardiness alone: of nothing, where another component is put first.
  const least = found.level > 0 && problem.lateAt[found.level - 1] === 0 ? found.late : 0;
  const isFirst = problem.lateAt.includes(0) && score[0] === least;
  return { timetable: found.timetable, score, proved: Math.max(isFirst ? 1 : 0, provedAtBound(score, bound)) };
}

/** The components that are as good as those the rule has proved. */
function provedByRule(score: Float64Array, rule: Float64Array, proved: number): number {
  let n = 0;
  while (n < proved && score[n] === rule[n]) n++;
  return n;
}
