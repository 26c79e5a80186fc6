import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRequirementGraph, impactOf, type Needs, protectionNeeds } from '../../src/analysis/index.ts';
import { type Level, levels } from '../../src/inventory/index.ts';
import type { Model } from '../../src/model/model.ts';
import { modelOf } from '../support/model.ts';
import { facts, plan } from '../support/plan.ts';
import { randomPlan } from '../support/random-plan.ts';

const kinds = ['process', 'process', 'process', 'process', 'service', 'virtualMachine', 'hypervisor', 'storage'];
const rank = (level: Level): number => levels.indexOf(level);

/** Small plans with processes on shared elements, circles among them, decisions and damage. */
const plans = fc.integer({ min: 4, max: 12 }).chain((size) =>
  fc.record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: size, maxLength: size }),
    stated: fc.array(fc.option(fc.constantFrom<Level>('normal', 'normal', 'high', 'high'), { freq: 5 }), {
      minLength: size,
      maxLength: size,
    }),
    lowered: fc.array(fc.option(fc.constantFrom<Level>('normal', 'high'), { freq: 6 }), {
      minLength: size,
      maxLength: size,
    }),
    cost: fc.array(fc.option(fc.constantFrom(10_000, 30_000, 300_000)), { minLength: size, maxLength: size }),
    edges: fc.array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), { minLength: 14, maxLength: 36 }),
    bearers: fc.integer({ min: 2, max: 4 }),
  }),
);

function build(c: typeof plans extends fc.Arbitrary<infer T> ? T : never): Model {
  const id = (i: number): string => `n${String(i).padStart(2, '0')}`;
  const model = modelOf({
    nodes: c.kinds.map((kind, i) => {
      // Few elements state a need of their own; a circle of processes is rare.
      const need = kind === 'process' || i % 5 === 0 ? c.stated[i] : undefined;
      const lower = c.lowered[i];
      const decision = lower ? { principle: 'manual', need: lower, reason: 'x', approvedBy: 'p' } : undefined;
      const availability = { ...(need ? { need, reason: 'x' } : {}), ...(decision ? { decision } : {}) };
      const cost = c.cost[i];
      const damage = kind === 'process' && cost ? { damage: { perHour: { amount: cost, currency: 'EUR' } } } : {};
      return { id: id(i), kind, data: { protection: { availability }, ...damage } };
    }),
    requirements: c.edges
      .filter(([a, b]) => a !== b && (c.kinds[b] !== 'process' || (a + b) % 7 === 0))
      .map(([a, b]) => ({ from: id(a), of: [id(b)], passes: ['availability' as const] })),
  });
  return { ...model, policy: { protection: { bearers: c.bearers } } as Model['policy'] };
}

/** The bearers by walking from every process over everything that passes its level on undiminished. */
function naiveBearers(model: Model, needs: Needs): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const process of model.nodes.filter((n) => n.kind === 'process')) {
    const need = needs.of(process.index, 'availability');
    if (need.principle === 'none') continue;
    const level = rank(need.effective);
    const seen = new Set<string>();
    const walk = (id: string): void => {
      for (const r of model.requirements.filter((q) => q.from === id)) {
        for (const to of r.of) {
          if (seen.has(to)) continue;
          seen.add(to);
          const node = model.node(to);
          if (!node) continue;
          const there = needs.of(node.index, 'availability');
          if (rank(there.maximum) === level) {
            found.set(node.index, [...(found.get(node.index) ?? []), process.index]);
          }
          if (rank(there.effective) >= level) walk(to);
        }
      }
    };
    // A process bears on what needs it in a circle, itself included.
    seen.add(process.id);
    if (rank(need.maximum) === level) found.set(process.index, [...(found.get(process.index) ?? []), process.index]);
    walk(process.id);
  }
  return found;
}

describe('cumulation against walking from every process', () => {
  it('proposes for exactly the groups with enough bearers or damage, once each, with these bearers', () => {
    let proposed = 0;
    let decided = 0;
    fc.assert(
      fc.property(plans, (c) => {
        const model = build(c);
        const needs = protectionNeeds(model, buildRequirementGraph(model));
        const bearers = naiveBearers(model, needs);
        const proposals = needs.cumulations('availability');
        const expected = new Map<string, number[]>();
        for (const node of model.nodes) {
          if (node.kind === 'process') continue;
          const all = bearers.get(node.index) ?? [];
          const from = rank(needs.of(node.index, 'availability').maximum);
          if (from === 2 || all.length === 0) continue;
          const cost = all.reduce((sum, p) => sum + (c.cost[p] ?? 0), 0);
          const category = cost >= 500_000 ? 2 : cost >= 50_000 ? 1 : 0;
          const to = Math.max(all.length >= c.bearers ? from + 1 : 0, category);
          const { stated } = needs.of(node.index, 'availability');
          if (to <= from || (stated !== null && rank(stated) >= to)) continue;
          const key = `${from}→${to} ${[...all].sort((a, b) => a - b).join()}`;
          expected.set(key, [...(expected.get(key) ?? []), node.index]);
        }
        const found = new Map(
          proposals.map((p) => [`${p.from}→${p.to} ${p.bearers().join()}`, [...p.members]] as const),
        );
        expect(found).toEqual(expected);
        expect(proposals.length).toBe(expected.size);
        for (const p of proposals) {
          expect(p.members).toContain(p.at);
          proposed++;
          if (p.decided) decided++;
          expect(needs.proposed(p.at, 'availability').cumulation).toBe(levels[p.to]);
        }
      }),
      { numRuns: 600 },
    );
    expect(proposed).toBeGreaterThan(40);
    expect(decided).toBeGreaterThan(0);
  });
  it('applied by policy never lowers a need, ends, and leaves nothing undecided that it could raise', () => {
    let raised = 0;
    fc.assert(
      fc.property(plans, (c) => {
        const model = build(c);
        const protection = { ...(model.policy as { protection: object }).protection, cumulation: 'apply' };
        const applying = { ...model, policy: { protection } as Model['policy'] };
        const before = protectionNeeds(model, buildRequirementGraph(model));
        const after = protectionNeeds(applying, buildRequirementGraph(applying));
        for (const { index } of model.nodes) {
          const [a, b] = [before, after].map((n) => rank(n.effective(index, 'availability'))) as [number, number];
          expect(b).toBeGreaterThanOrEqual(a);
          if (b > a) raised++;
        }
        for (const p of after.cumulations('availability')) {
          if (!p.decided) expect(rank(after.effective(p.at, 'availability'))).toBeGreaterThanOrEqual(p.to);
        }
      }),
      { numRuns: 600 },
    );
    expect(raised).toBeGreaterThan(10);
  });
});

describe('distribution', () => {
  it.each([41, 42, 43, 44, 45, 46])(
    'is proposed in plan %i only where losing the element takes nothing down',
    (seed) => {
      const { model, graph, needs } = facts(plan(randomPlan(seed, 24)));
      let both = 0;
      for (const node of model.nodes) {
        const { down } = impactOf(model, graph, [{ element: node.id, effect: 'outage' }]);
        const alone = down.every((d) => d.id === node.id);
        expect(needs.isIndispensable(node.index), node.id).toBe(!alone);
        const { maximum } = needs.of(node.index, 'availability');
        const proposal = needs.proposed(node.index, 'availability').distribution;
        if (node.kind === 'process') expect(proposal).toBe(null);
        else expect(proposal).toBe(alone && maximum !== 'normal' ? levels[rank(maximum) - 1] : null);
        both |= alone ? 1 : 2;
      }
      expect(both).toBe(3);
    },
  );
});
