import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRequirementGraph, impactOf, serveTimes, startability } from '../../src/analysis/index.ts';
import type { Situation } from '../../src/analysis/startable.ts';
import { everything } from '../../src/analysis/startable.ts';
import type { Model, Requirement } from '../../src/model/model.ts';
import { modelOf } from '../support/model.ts';

const never = Number.POSITIVE_INFINITY;

/** Small random plans with alternatives, circles, graces and every kind of `when`. */
const models = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc
    .array(
      fc.record({
        from: node,
        of: fc.uniqueArray(node, { minLength: 1, maxLength: 3 }),
        k: fc.integer({ min: 1, max: 2 }),
        when: fc.constantFrom('run', 'run', 'serve', 'start', 'later' as const),
        grace: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
        lost: fc.constantFrom('stops', 'waits' as const),
      }),
      { minLength: 1, maxLength: 9 },
    )
    .map((list) =>
      modelOf({
        nodes: Array.from({ length: size }, (_, i) => ({ id: `n${i}` })),
        requirements: list.map(({ from, of, k, when, grace, lost }) => ({
          from: `n${from}`,
          of: of.map((i) => `n${i}`),
          atLeast: Math.min(k, of.length),
          when: when as Requirement['when'],
          lost: lost as Requirement['lost'],
          ...(grace !== undefined && (when === 'run' || when === 'later') ? { grace } : {}),
        })),
      }),
    );
});
const flagsOf = (size: number, bits: readonly boolean[]): Uint8Array =>
  Uint8Array.from({ length: size }, (_, v) => (bits[v] ? 1 : 0));
const bits = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
const indexOf = (model: Model, id: string): number => model.node(id)?.index ?? -1;
const valuesOf = (model: Model, r: Requirement, time: readonly number[]): number[] =>
  r.of.map((id) => time[indexOf(model, id)] as number).sort((a, b) => a - b);
const failing = (model: Model, flags: Uint8Array) =>
  model.nodes.filter((n) => flags[n.index]).map((n) => ({ element: n.id, effect: 'outage' as const }));

/** When each node is down: rounds from "never" downwards until nothing changes; k of n fall with the (n − k + 1)-th. */
function naiveDown(model: Model, failed: Uint8Array): number[] {
  const down = Array.from(failed, (f) => (f ? 0 : never));
  for (let changed = true; changed; ) {
    changed = false;
    for (const r of model.requirements) {
      const holds = r.when === 'run' || r.when === 'serve' || (r.when === 'later' && r.grace !== undefined);
      if (!holds) continue;
      const at = (valuesOf(model, r, down)[r.of.length - r.atLeast] as number) + (r.grace ?? 0);
      const v = indexOf(model, r.from);
      if (at >= (down[v] as number)) continue;
      down[v] = at;
      changed = true;
    }
  }
  return down;
}

describe('impact against naive rounds', () => {
  it('gives every node the minute it is down', () => {
    let fell = 0;
    fc.assert(
      fc.property(models, bits, (model, list) => {
        const failed = flagsOf(model.nodes.length, list);
        const { nodes } = impactOf(model, buildRequirementGraph(model), failing(model, failed));
        const expected = naiveDown(model, failed);
        expect(nodes.map((n) => n.after)).toEqual(expected);
        fell += expected.filter((at, v) => at !== never && !failed[v]).length;
        for (const [v, n] of nodes.entries()) expect(n.state === 'down').toBe(expected[v] !== never);
      }),
      { numRuns: 1000, seed: 3 },
    );
    expect(fell).toBeGreaterThan(300);
  });
  it('names for everything that went down enough providers that went down before it', () => {
    fc.assert(
      fc.property(models, bits, (model, list) => {
        const failed = flagsOf(model.nodes.length, list);
        const { nodes } = impactOf(model, buildRequirementGraph(model), failing(model, failed));
        for (const n of model.nodes) {
          const at = nodes[n.index];
          if (at?.state !== 'down') continue;
          expect(at.because.length === 0).toBe(failed[n.index] === 1);
          if (failed[n.index]) continue;
          const before = at.because.filter((id) => (nodes[indexOf(model, id)]?.after ?? never) <= at.after);
          const cause = model.requirements.find(
            (r) => r.from === n.id && r.of.filter((id) => before.includes(id)).length > r.of.length - r.atLeast,
          );
          expect(cause).toBeDefined();
        }
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
  it('never gets smaller when more fails, nor larger when a provider is added', () => {
    fc.assert(
      fc.property(models, bits, fc.nat(), fc.nat(), (model, list, which, who) => {
        const size = model.nodes.length;
        const failed = flagsOf(size, list);
        const downIn = (m: Model, flags: Uint8Array) =>
          impactOf(m, buildRequirementGraph(m), failing(m, flags)).nodes.map((n) => n.after);
        const before = downIn(model, failed);
        const more = Uint8Array.from(failed);
        more[who % size] = 1;
        for (const [v, at] of downIn(model, more).entries()) expect(at).toBeLessThanOrEqual(before[v] as number);
        const chosen = model.requirements[which % model.requirements.length];
        const extra = model.nodes[who % size]?.id ?? '';
        if (!chosen || chosen.of.includes(extra)) return;
        const requirements = model.requirements.map((r) => (r === chosen ? { ...r, of: [...r.of, extra] } : r));
        const richer = downIn({ ...model, requirements }, failed);
        for (const [v, at] of richer.entries()) expect(at).toBeGreaterThanOrEqual(before[v] as number);
      }),
      { numRuns: 500, seed: 9 },
    );
  });
});

describe('serving against naive rounds', () => {
  it('is the least solution: from what is up, whoever lacks a provider waits for it', () => {
    fc.assert(
      fc.property(
        models,
        fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(never)), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (model, list, later) => {
          const up = Float64Array.from({ length: model.nodes.length }, (_, v) => list[v] as number);
          const serves = [...up];
          for (let round = 0; round <= model.nodes.length * model.requirements.length; round++) {
            for (const r of model.requirements) {
              if (r.when === 'start' || (r.when === 'later' && !later)) continue;
              const v = indexOf(model, r.from);
              serves[v] = Math.max(serves[v] as number, valuesOf(model, r, serves)[r.atLeast - 1] as number);
            }
          }
          expect([...serveTimes(buildRequirementGraph(model), up, { later })]).toEqual(serves);
        },
      ),
      { numRuns: 1000, seed: 13 },
    );
  });
});

describe('a part that is off', () => {
  const situationOf = (model: Model, affected: Uint8Array): Situation => ({ ...everything(model, false), affected });
  it('locks nothing that a cold start does not lock', () => {
    let locked = 0;
    fc.assert(
      fc.property(models, bits, (model, list) => {
        const all = new Set(startability(model, everything(model, false)).deadlocked);
        const part = startability(model, situationOf(model, flagsOf(model.nodes.length, list)));
        expect(part.lost).toEqual([]);
        locked += part.deadlocked.length;
        for (const v of part.deadlocked) expect(all.has(v)).toBe(true);
      }),
      { numRuns: 1500, seed: 17 },
    );
    expect(locked).toBeGreaterThan(100);
  });
  it('loses what needs something gone, with the requirement that fails, and calls it no deadlock', () => {
    fc.assert(
      fc.property(models, bits, (model, list) => {
        const gone = flagsOf(model.nodes.length, list);
        const { back, deadlocked, lost } = startability(model, { ...everything(model, false), gone });
        const lostNodes = new Set(lost.map((l) => l.node));
        for (const [v, isBack] of back.entries()) {
          expect([isBack === 1, [...deadlocked].includes(v), lostNodes.has(v)].filter(Boolean)).toHaveLength(1);
          if (gone[v]) expect(lostNodes.has(v)).toBe(true);
        }
        for (const { node, because } of lost) {
          if (gone[node]) continue;
          expect(because.length).toBeGreaterThan(0);
          for (const i of because) {
            const r = model.requirements[i] as Requirement;
            expect(r.from).toBe(model.nodes[node]?.id);
            expect(r.of.filter((id) => !lostNodes.has(indexOf(model, id))).length).toBeLessThan(r.atLeast);
          }
        }
      }),
      { numRuns: 1000, seed: 19 },
    );
  });
});
