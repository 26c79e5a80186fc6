import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildAndOr, leastFixpoint } from '../../src/analysis/and-or.ts';
import { earliestTimes } from '../../src/analysis/earliest.ts';

interface Instance {
  readonly name: string;
  readonly tasks: readonly {
    readonly id: string;
    readonly duration: number;
    readonly needs: readonly { readonly k: number; readonly of: readonly string[] }[];
  }[];
  readonly unlimitedStaffMakespan?: number;
  readonly startable?: unknown;
}

const file = new URL('../../../shared/reference/recovery-schedules.json', import.meta.url);

describe.skipIf(!existsSync(file))('reference schedules (skipped: the shared reference data is absent)', () => {
  const { instances } = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { instances: [] }) as {
    instances: Instance[];
  };
  it('has the instances', () => expect(instances.length).toBeGreaterThan(30));
  for (const instance of instances) {
    it(`${instance.name}: everything can be started, and the makespan without limits of staff is the proved one`, () => {
      const index = new Map(instance.tasks.map((t, i) => [t.id, i]));
      const groups = instance.tasks.flatMap((t, node) =>
        t.needs.map(({ k, of }) => ({ node, need: k, members: of.map((id) => index.get(id) as number), tag: 0 })),
      );
      const size = instance.tasks.length;
      const g = buildAndOr(size, groups);
      const none = new Uint8Array(size);
      expect(leastFixpoint(g, none, new Uint8Array(size).fill(1)).order).toHaveLength(size);
      const { finish } = earliestTimes(g, {
        duration: Float64Array.from(instance.tasks, (t) => t.duration),
        given: none,
      });
      expect(instance.unlimitedStaffMakespan).toBeDefined();
      expect(Math.max(...finish)).toBe(instance.unlimitedStaffMakespan);
    });
  }
});
