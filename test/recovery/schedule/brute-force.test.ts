import { describe, expect, it } from 'vitest';
import { exact } from '../../../src/recovery/schedule/exact.ts';
import { parallelRun } from '../../../src/recovery/schedule/parallel.ts';
import type { Problem, Timetable } from '../../../src/recovery/schedule/problem.ts';
import { schedule } from '../../../src/recovery/schedule/schedule.ts';
import { search } from '../../../src/recovery/schedule/search.ts';
import { serialRun } from '../../../src/recovery/schedule/serial.ts';
import { bruteForce, type PlainObjective, type PlainTask, problemOf, randomProblem } from '../../support/scheduling.ts';

const objectives: readonly PlainObjective[] = ['lateness', 'weighted', 'makespan'];
const nothing = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);

/** What is wrong with a timetable; empty: it can be worked off as it stands. */
function mistakes(tasks: readonly PlainTask[], problem: Problem, { start, finish, units }: Timetable): string[] {
  const found: string[] = [];
  tasks.forEach((task, t) => {
    if (finish[t] !== (start[t] as number) + task.duration) found.push(`${t} does not take its time`);
    for (const { k, of } of task.needs) {
      const there = of.filter((i) => (finish[i] as number) <= (start[t] as number)).length;
      if (there < k) found.push(`${t} begins before ${k} of ${of}`);
    }
    const wanted = problem.demands[problem.demandOf[t] as number]?.slots ?? [];
    const own = units[t] ?? [];
    if ((task.attended ?? task.duration) > 0 && own.length !== wanted.length) found.push(`${t} lacks people`);
    if (new Set(own).size !== own.length) found.push(`${t} has somebody twice`);
    own.forEach((u, s) => {
      if (!wanted[s]?.units.includes(u)) found.push(`${t}: ${u} cannot do it`);
      if ((problem.availableFrom[u] as number) > (start[t] as number)) found.push(`${t}: ${u} is not there yet`);
    });
  });
  for (let u = 0; u < problem.availableFrom.length; u++) {
    const mine = tasks
      .map((task, t) => ({ t, from: start[t] as number, to: (start[t] as number) + (task.attended ?? task.duration) }))
      .filter(({ t, from, to }) => units[t]?.includes(u) && to > from)
      .sort((a, b) => a.from - b.from);
    mine.forEach((job, i) => {
      const before = mine[i - 1];
      if (before && before.to > job.from) found.push(`${u} does ${before.t} and ${job.t} at the same time`);
    });
  }
  return found;
}

describe('schedules against trying everything', () => {
  it('branch and bound agrees on 10,000 random problems of up to seven tasks', () => {
    let late = 0;
    let improved = 0;
    let alternatives = 0;
    for (let seed = 0; seed < 10_000; seed++) {
      const { tasks, team } = randomProblem(seed, seed % 10 === 0 ? 7 : 5);
      const first = objectives[seed % 3] as PlainObjective;
      const problem = problemOf(tasks, team, first);
      const quick = search(problem, 4, nothing);
      const best = exact(problem, quick, 200_000, 3);
      const truth = bruteForce(tasks, team, first);
      if (!best.proved || best.score.some((x, i) => x !== truth[i])) {
        expect([seed, first, ...best.score, best.proved]).toEqual([seed, first, ...truth, true]);
      }
      const wrong = mistakes(tasks, problem, best.timetable);
      if (wrong.length > 0) expect(wrong, `seed ${seed}`).toEqual([]);
      if ((truth[0] as number) > 0) late++;
      if (quick.score.some((x, i) => x !== truth[i])) improved++;
      if (tasks.some((t) => t.needs.some((n) => n.k < n.of.length))) alternatives++;
    }
    // The problems are no easy ones: promises are missed, rules alone are not enough, alternatives are chosen.
    expect(Math.min(late, improved, alternatives)).toBeGreaterThan(800);
  }, 300_000);

  it('the search alone finds the best of nearly all, and never an impossible one', () => {
    let optimal = 0;
    for (let seed = 20_000; seed < 20_300; seed++) {
      const { tasks, team } = randomProblem(seed, 6);
      const problem = problemOf(tasks, team, 'lateness');
      const found = search(problem, 1_000, nothing);
      const truth = bruteForce(tasks, team, 'lateness');
      expect(mistakes(tasks, problem, found.timetable)).toEqual([]);
      if (found.score.every((x, i) => x === truth[i])) optimal++;
    }
    expect(optimal).toBeGreaterThanOrEqual(297);
  }, 300_000);

  it('calls proved only what is best', () => {
    let proved = 0;
    for (let seed = 30_000; seed < 30_200; seed++) {
      const { tasks, team } = randomProblem(seed, 6);
      const first = objectives[seed % 3] as PlainObjective;
      const found = schedule(problemOf(tasks, team, first));
      const truth = bruteForce(tasks, team, first);
      if (found.proved === 0) continue;
      proved++;
      for (let i = 0; i < found.proved; i++) expect(found.score[i], `seed ${seed}`).toBe(truth[i]);
    }
    expect(proved).toBeGreaterThan(190);
  }, 300_000);

  it('both ways to generate give timetables that can be worked off, for any list', () => {
    for (let seed = 40_000; seed < 41_000; seed++) {
      const { tasks, team } = randomProblem(seed, 12);
      const problem = problemOf(tasks, team, 'lateness');
      const position = Float64Array.from(tasks, (_, t) => (t * 7 + seed) % 11);
      for (const run of [serialRun(problem), parallelRun(problem)]) {
        run.pass(position);
        const wrong = mistakes(tasks, problem, run.timetable());
        if (wrong.length > 0) expect(wrong, `seed ${seed}`).toEqual([]);
        if (run.finish.some((f) => f === Number.POSITIVE_INFINITY)) expect(seed).toBe('not all were placed');
      }
    }
  });
});
