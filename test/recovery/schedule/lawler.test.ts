import { describe, expect, it } from 'vitest';
import { lawler } from '../../../src/recovery/schedule/lawler.ts';
import { schedule } from '../../../src/recovery/schedule/schedule.ts';
import { numbers } from '../../support/random-plan.ts';
import { bruteForce, type PlainTask, problemOf } from '../../support/scheduling.ts';

/** One person, AND only, every task attended to its end. */
function single(seed: number, size: number): PlainTask[] {
  const random = numbers(seed);
  return Array.from({ length: size }, (_, t) => ({
    duration: 5 + 5 * random(8),
    people: { a: 1 },
    needs: t === 0 || random(3) === 0 ? [] : [{ k: 1, of: [random(t)] }],
    rto: 10 * random(size * 3),
    weight: 1 + random(4),
  }));
}

describe('one person for everything', () => {
  it('agrees with trying every order', () => {
    for (let seed = 0; seed < 200; seed++) {
      const tasks = single(seed, 6);
      const problem = problemOf(tasks, [{ roles: ['a'], from: 5 * (seed % 4) }], 'lateness');
      const truth = bruteForce(tasks, [{ roles: ['a'], from: 5 * (seed % 4) }], 'lateness');
      expect(lawler(problem)?.late, `seed ${seed}`).toBe(truth[0]);
    }
  });
  it('proves the least tardiness of two hundred steps, which no search could', () => {
    const problem = problemOf(single(7, 200), [{ roles: ['a'] }], 'lateness');
    const found = schedule(problem, 500);
    expect([found.proved, found.score[0]]).toEqual([1, lawler(problem)?.late]);
    expect(found.score[0]).toBeGreaterThan(0);
  });
  it('says nothing where it does not hold: two people, alternatives, a part that runs alone', () => {
    const [first, ...rest] = single(3, 5) as [PlainTask, ...PlainTask[]];
    const team = [{ roles: ['a'] }];
    expect(lawler(problemOf([first, ...rest], [...team, ...team], 'lateness'))).toBeUndefined();
    expect(lawler(problemOf([{ ...first, attended: 1 }, ...rest], team, 'lateness'))).toBeUndefined();
    const either = { ...first, needs: [{ k: 1, of: [1, 2] }] };
    expect(lawler(problemOf([either, ...rest.map((t) => ({ ...t, needs: [] }))], team, 'lateness'))).toBeUndefined();
  });
});
