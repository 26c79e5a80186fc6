import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostForExact } from '../../../src/recovery/schedule/exact.ts';
import { schedule } from '../../../src/recovery/schedule/schedule.ts';
import type { PlainObjective, PlainTask } from '../../support/scheduling.ts';
import { problemOf } from '../../support/scheduling.ts';

const file = new URL('../../../../shared/reference/recovery-schedules.json', import.meta.url);
const there = existsSync(file);

interface Instance {
  readonly name: string;
  readonly pools: Readonly<Record<string, number>>;
  readonly tasks: readonly {
    readonly id: string;
    readonly duration: number;
    readonly people: Readonly<Record<string, number>>;
    readonly needs: readonly { readonly k: number; readonly of: readonly string[] }[];
    readonly rto: number;
    readonly weight: number;
  }[];
  readonly optimum: Readonly<Record<'makespan' | 'maxLateness' | 'weightedCompletion', { readonly value: number }>>;
}

const instances: readonly Instance[] = there ? JSON.parse(readFileSync(file, 'utf8')).instances : [];

/** Large enough that every task is late: the greatest tardiness is then the greatest lateness plus this. */
const shift = 10_000;

describe.skipIf(!there)('schedules of the reference instances', () => {
  it.each(instances.map((i): [string, Instance] => [i.name, i]))(
    '%s: each objective put first is optimal',
    (_, instance) => {
      const place = new Map(instance.tasks.map((t, i) => [t.id, i]));
      const tasks = instance.tasks.map(
        (t): PlainTask => ({
          ...t,
          needs: t.needs.map(({ k, of }) => ({ k, of: of.map((id) => place.get(id) as number) })),
        }),
      );
      const team = Object.entries(instance.pools).flatMap(([role, n]) =>
        Array.from({ length: n }, () => ({ roles: [role] })),
      );
      const best = (first: PlainObjective, off: number) => schedule(problemOf(tasks, team, first, off));
      const [late, sum, end] = [best('lateness', shift), best('weighted', 0), best('makespan', 0)];
      expect({
        maxLateness: (late.score[0] as number) - shift,
        weightedCompletion: sum.score[0],
        makespan: end.score[0],
      }).toEqual({
        maxLateness: instance.optimum.maxLateness.value,
        weightedCompletion: instance.optimum.weightedCompletion.value,
        makespan: instance.optimum.makespan.value,
      });
      expect(tasks.length).toBeLessThanOrEqual(mostForExact);
      expect(end.proved).toBeGreaterThan(0);
    },
  );
});
