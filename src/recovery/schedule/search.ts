import { parallelRun } from './parallel.ts';
import { priorityRules, urgencyOf } from './priorities.ts';
import { compareScores, type Problem, type Timetable } from './problem.ts';
import { newRandom } from './random.ts';
import { type SerialRun, serialRun } from './serial.ts';

/** Above so many tasks only the parallel scheme is used: looking for gaps in everybody's day grows with the square. */
export const mostForSerial = 300;

/** Above so many tasks one moved task changes too little: whole rules are mixed instead. */
const mostForMoves = 2_000;

/** How many timetables are made at most: a fixed number, never a time, so that the answer is always the same. */
export const passesFor = (tasks: number): number =>
  Math.min(10_000, Math.max(8, Math.floor(800_000 / Math.max(1, tasks))));

/** The best timetable that was found. */
export interface Found {
  readonly timetable: Timetable;
  readonly score: Float64Array;
  readonly passes: number;
  /** It is as good as the bound: nothing better exists. */
  readonly atBound: boolean;
}

/** The tasks in the order in which they start, as positions in a list. */
function positionsOf(start: Float64Array, finish: Float64Array): Int32Array {
  return Int32Array.from(start, (_, t) => t).sort((a, b) => {
    const x = start[a] as number;
    const y = start[b] as number;
    if (x !== y) return x < y ? -1 : 1;
    const p = finish[a] as number;
    const q = finish[b] as number;
    return p === q ? a - b : p < q ? -1 : 1;
  });
}

/** How long late acceptance remembers: long enough to leave a local best, short enough to come to rest. */
const memory = 40;
/** After so many passes without a better timetable the search starts again from the best one. */
const patience = 1_500;

/**
 * Looks for the best timetable: first the priority rules, serial and parallel, then insertions into the list of tasks
 * with late acceptance (Burke and Bykov 2017), always starting from the same seed. `bound`: a score that nothing can
 * beat; reaching it ends the search.
 */
export function search(problem: Problem, passes: number, bound: Float64Array): Found {
  const size = problem.graph.size;
  const serial = size <= mostForSerial ? serialRun(problem) : undefined;
  const parallel = parallelRun(problem);
  const score = new Float64Array(problem.components);
  const bestScore = new Float64Array(problem.components).fill(Number.POSITIVE_INFINITY);
  let best: Timetable | undefined;
  let done = 0;
  /** One pass; true: it is the best so far. */
  const attempt = (run: SerialRun, position: Float64Array): boolean => {
    run.pass(position);
    problem.score(run.finish, score);
    done++;
    if (best && compareScores(score, bestScore) >= 0) return false;
    best = run.timetable();
    bestScore.set(score);
    return true;
  };
  const finished = (): boolean => done >= passes || compareScores(bestScore, bound) <= 0;
  const rules = priorityRules(problem, urgencyOf(problem));
  for (const rule of rules) {
    for (const run of serial ? [serial, parallel] : [parallel]) if (done === 0 || !finished()) attempt(run, rule);
  }
  if (!finished() && size <= mostForMoves) {
    improve(problem, serial ?? parallel, { attempt, finished, best: () => best as Timetable, score });
  } else if (!finished()) perturb(parallel, rules, { attempt, finished });
  return {
    timetable: best as Timetable,
    score: bestScore,
    passes: done,
    atBound: compareScores(bestScore, bound) <= 0,
  };
}

interface Attempts {
  readonly attempt: (run: SerialRun, position: Float64Array) => boolean;
  readonly finished: () => boolean;
}

/** Insertion moves on the list of tasks, accepted when not worse than the list was a while ago. */
function improve(
  problem: Problem,
  run: SerialRun,
  { attempt, finished, best, score }: Attempts & { readonly best: () => Timetable; readonly score: Float64Array },
): void {
  const size = problem.graph.size;
  const random = newRandom(size * 7919 + 17);
  const position = new Float64Array(size);
  let list = positionsOf(best().start, best().finish);
  const history = Array.from({ length: memory }, () => new Float64Array(score.length).fill(Number.POSITIVE_INFINITY));
  const current = new Float64Array(score.length).fill(Number.POSITIVE_INFINITY);
  const trial = new Int32Array(size);
  let since = 0;
  for (let i = 0; !finished(); i++) {
    trial.set(list);
    const moves = random(8) === 0 ? 2 : 1;
    for (let m = 0; m < moves; m++) insert(trial, random(size), random(size));
    for (let p = 0; p < size; p++) position[trial[p] as number] = p;
    since = attempt(run, position) ? 0 : since + 1;
    const before = history[i % memory] as Float64Array;
    if (compareScores(score, current) <= 0 || compareScores(score, before) <= 0) {
      current.set(score);
      // The list as it was used: tasks that had to be deferred stand where they were placed.
      list = positionsOf(run.start, run.finish);
    }
    if (compareScores(current, before) < 0) before.set(current);
    if (since >= patience) {
      since = 0;
      list = positionsOf(best().start, best().finish);
      current.fill(Number.POSITIVE_INFINITY);
      for (const h of history) h.fill(Number.POSITIVE_INFINITY);
    }
  }
}

/** Takes the task at `from` out of the list and puts it in at `to`. */
function insert(list: Int32Array, from: number, to: number): void {
  const task = list[from] as number;
  if (from < to) list.copyWithin(from, from + 1, to + 1);
  else list.copyWithin(to + 1, to, from);
  list[to] = task;
}

/** Large problems: mixtures of the rules' ranks, a little disturbed. */
function perturb(run: SerialRun, rules: readonly Float64Array[], { attempt, finished }: Attempts): void {
  const size = run.start.length;
  const random = newRandom(size * 7919 + 17);
  const ranks = rules.map((rule) => {
    const order = Int32Array.from(rule, (_, t) => t).sort((a, b) => {
      const x = rule[a] as number;
      const y = rule[b] as number;
      return x === y ? a - b : x < y ? -1 : 1;
    });
    const rank = new Float64Array(size);
    for (let p = 0; p < size; p++) rank[order[p] as number] = p;
    return rank;
  });
  const position = new Float64Array(size);
  while (!finished()) {
    const a = ranks[random(ranks.length)] as Float64Array;
    const b = ranks[random(ranks.length)] as Float64Array;
    const share = random(100) / 100;
    const noise = Math.ceil((size * random(10)) / 100);
    for (let t = 0; t < size; t++) {
      position[t] = (a[t] as number) * share + (b[t] as number) * (1 - share) + random(noise + 1);
    }
    attempt(run, position);
  }
}
