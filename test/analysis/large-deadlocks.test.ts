import { describe, expect, it } from 'vitest';
import { type Deadlock, everything, explainDeadlocks, startability } from '../../src/analysis/index.ts';
import type { Model } from '../../src/model/model.ts';
import { modelOf } from '../support/model.ts';

const id = (prefix: string, i: number): string => prefix + String(i).padStart(6, '0');
const nodes = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => ({ id: id(prefix, i) }));
const ring = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({ from: id(prefix, i), of: [id(prefix, (i + 1) % n)] }));
const torus = (n: number) =>
  modelOf({
    nodes: nodes('t', n * n),
    requirements: Array.from({ length: n * n }, (_, i) => {
      const [x, y] = [i % n, Math.floor(i / n)];
      const right = { from: id('t', i), of: [id('t', y * n + ((x + 1) % n))] };
      return [right, { from: id('t', i), of: [id('t', ((y + 1) % n) * n + x)] }];
    }).flat(),
  });

const explain = (model: Model): readonly Deadlock[] =>
  explainDeadlocks(model, startability(model, everything(model, false)));

/** What stays locked when a repair is made. */
function lockedAfter(model: Model, deadlock: Deadlock | undefined, which = 0): number {
  const waived = new Set(deadlock?.repairs[which]?.waived.map((w) => `${w.from} ${w.of.join()}`));
  const indexes = model.requirements.flatMap((r, i) => (waived.has(`${r.from} ${r.of.join()}`) ? [i] : []));
  expect(indexes).toHaveLength(deadlock?.repairs[which]?.waived.length ?? -1);
  return startability(model, everything(model, false), new Set(indexes)).deadlocked.length;
}

describe('large deadlocks are explained without overflow and without end', () => {
  it('a circle of 100,000: one link less frees it', () => {
    const model = modelOf({ nodes: nodes('a', 100_000), requirements: ring('a', 100_000) });
    const [deadlock, ...more] = explain(model);
    expect(more).toEqual([]);
    expect(deadlock?.elements).toHaveLength(100_000);
    expect(deadlock?.cycle).toHaveLength(100_000);
    expect(deadlock?.repairs[0]?.waived).toHaveLength(1);
    expect(deadlock?.repairs[0]?.provedSmallest).toBe(true);
    expect(lockedAfter(model, deadlock)).toBe(0);
  });
  it('a chain of 50,000 that waits for a circle of two is no part of its cause', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => ({ from: id('b', i), of: [id(i ? 'b' : 'a', i && i - 1)] }));
    const model = modelOf({
      nodes: [...nodes('a', 2), ...nodes('b', 50_000)],
      requirements: [...ring('a', 2), ...chain],
    });
    const [deadlock, ...more] = explain(model);
    expect(more).toEqual([]);
    expect(deadlock?.elements).toEqual([id('a', 0), id('a', 1)]);
    expect(deadlock?.waiting).toHaveLength(50_000);
    expect(deadlock?.repairs.map((r) => r.waived.map((w) => w.from))).toEqual([[id('a', 0)], [id('a', 1)]]);
  });
  it('2,000 circles of three are 2,000 deadlocks, each with its three repairs', () => {
    const requirements = Array.from({ length: 6000 }, (_, i) => ({
      from: id('c', i),
      of: [id('c', i % 3 === 2 ? i - 2 : i + 1)],
    }));
    const found = explain(modelOf({ nodes: nodes('c', 6000), requirements }));
    expect(found).toHaveLength(2000);
    for (const d of found) expect([d.elements.length, d.cycle.length, d.repairs.length]).toEqual([3, 3, 3]);
  });
  it('a torus of 100 × 100 gets a way out that works and is not called the smallest', () => {
    const model = torus(100);
    const [deadlock, ...more] = explain(model);
    expect(more).toEqual([]);
    expect(deadlock?.cycle).toHaveLength(100);
    expect(deadlock?.repairs).toHaveLength(1);
    expect(deadlock?.repairs[0]?.provedSmallest).toBe(false);
    expect(lockedAfter(model, deadlock)).toBe(0);
  });
  it('where everyone needs everyone else, all but one must be freed of all before them', () => {
    const n = 60;
    const requirements = Array.from({ length: n * n }, (_, i) => ({
      from: id('k', Math.floor(i / n)),
      of: [id('k', i % n)],
    })).filter((r) => r.from !== r.of[0]);
    const model = modelOf({ nodes: nodes('k', n), requirements });
    const [deadlock] = explain(model);
    expect(deadlock?.cycle).toHaveLength(2);
    expect(deadlock?.repairs[0]?.waived).toHaveLength((n * (n - 1)) / 2);
    expect(lockedAfter(model, deadlock)).toBe(0);
  });
  it('where anyone of 1,000 would do, every single repair frees all', () => {
    const n = 1000;
    const all = nodes('k', n).map((k) => k.id);
    const model = modelOf({
      nodes: nodes('k', n),
      requirements: all.map((from) => ({ from, of: all.filter((other) => other !== from) })),
    });
    const [deadlock] = explain(model);
    expect(deadlock?.elements).toHaveLength(n);
    expect(deadlock?.repairs.length).toBeGreaterThan(0);
    for (const [i, repair] of (deadlock?.repairs ?? []).entries()) {
      expect([repair.waived.length, repair.provedSmallest, lockedAfter(model, deadlock, i)]).toEqual([1, true, 0]);
    }
  });
});
