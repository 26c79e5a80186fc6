import { describe, expect, it } from 'vitest';
import { failableNodes, impactOf } from '../../src/analysis/index.ts';
import type { Node } from '../../src/model/model.ts';
import { facts, plan } from '../support/plan.ts';
import { randomPlan } from '../support/random-plan.ts';

/** All sets of up to `order` of these, the small ones first. */
function* subsets(nodes: readonly Node[], order: number): Generator<readonly Node[]> {
  for (const a of nodes) yield [a];
  if (order >= 2) for (const [i, a] of nodes.entries()) for (const b of nodes.slice(i + 1)) yield [a, b];
  if (order < 3) return;
  for (const [i, a] of nodes.entries()) {
    for (const [k, b] of nodes.entries()) if (k > i) for (const c of nodes.slice(k + 1)) yield [a, b, c];
  }
}

describe('cut sets against trying every set of failures', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
  it.each(seeds)('plan %i', (seed) => {
    const { model, graph, weakPoints } = facts(plan(randomPlan(seed, 14)));
    const failable = failableNodes(model);
    const targets = model.nodes.filter((n) => n.kind === 'process' || n.kind === 'service');
    const minimal = new Map<number, string[][]>(targets.map((t) => [t.index, []]));
    for (const set of subsets(failable, 3)) {
      const ids = set.map((n) => n.id);
      const known = (t: Node): boolean =>
        (minimal.get(t.index) as string[][]).some((cut) => cut.every((id) => ids.includes(id)));
      const open = targets.filter((t) => !known(t));
      if (open.length === 0) continue;
      const { nodes } = impactOf(
        model,
        graph,
        ids.map((element) => ({ element, effect: 'outage' as const })),
      );
      for (const t of open) if (nodes[t.index]?.state === 'down') (minimal.get(t.index) as string[][]).push(ids);
    }
    for (const t of targets) {
      const found = weakPoints.cutSets(t, 3).map((set) => set.map((n) => n.id).join(' '));
      expect(found.sort()).toEqual((minimal.get(t.index) as string[][]).map((s) => s.join(' ')).sort());
    }
    const single = weakPoints.singlePoints(targets);
    for (const t of targets) {
      const ours = single.filter((p) => p.takesDown.some((d) => d.node === t)).map((p) => p.node.id);
      const theirs = (minimal.get(t.index) as string[][]).filter((s) => s.length === 1).flat();
      expect(ours.sort()).toEqual(theirs.sort());
      for (const point of single) {
        const hit = point.takesDown.find((d) => d.node === t);
        if (!hit) continue;
        const { nodes } = impactOf(model, graph, [{ element: point.node.id, effect: 'outage' }]);
        expect(hit.after).toBe(nodes[t.index]?.after);
      }
    }
  });
});

describe('apparent redundancy against one outage after the other', () => {
  it.each([21, 22, 23, 24, 25, 26, 27, 28])('plan %i', (seed) => {
    const { model, graph, weakPoints } = facts(plan(randomPlan(seed, 20)));
    const apparent = weakPoints.apparent(model.nodes);
    const spare = model.requirements.filter(
      (r) =>
        r.of.length > r.atLeast &&
        (r.when === 'run' || r.when === 'serve' || (r.when === 'later' && r.grace !== undefined)),
    );
    for (const failed of failableNodes(model)) {
      const { nodes } = impactOf(model, graph, [{ element: failed.id, effect: 'outage' }]);
      const down = (id: string): boolean => nodes[model.node(id)?.index ?? -1]?.state === 'down';
      for (const r of spare) {
        const lost = r.of.filter(down);
        const listed = apparent.find((a) => a.requirements.includes(r));
        const cause = listed?.causes.find((c) => c.id === failed.id);
        if (cause && !cause.possible) expect(cause.takes).toEqual([...lost].sort());
        // What is broken is told, by this cause or by a nearer one of its kind.
        if (r.of.length - lost.length < r.atLeast) expect(listed?.causes.length).toBeGreaterThan(0);
        else expect(cause && !cause.possible).toBeFalsy();
      }
    }
  });
});
