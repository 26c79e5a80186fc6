import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, explainDeadlocks, startability } from '../../src/analysis/index.ts';
import type { Model } from '../../src/model/model.ts';
import { modelOf } from '../support/model.ts';
import { cold, diagnostics, facts, plan } from '../support/plan.ts';

const explain = (model: Model, destroyed = false) =>
  explainDeadlocks(model, startability(model, everything(model, destroyed)));

const circle = `
hypervisors:
  hv-01:
    dependsOn: [dns]
  hv-02: {}
services:
  dns: {providers: [vm-dc1]}
virtualMachines:
  vm-dc1: {runsOn: hv-01}
  mail: {runsOn: hv-01, dependsOn: [dns]}
`;

describe('bootstrap deadlocks', () => {
  it('names the circle, what waits for it, and the place of every link', () => {
    const [deadlock, ...more] = facts(plan(circle)).deadlocks;
    expect(more).toEqual([]);
    expect(deadlock?.elements).toEqual(['dns', 'hv-01', 'vm-dc1']);
    expect(deadlock?.waiting).toEqual(['mail']);
    expect(deadlock?.sentence).toBe('dns is provided only by vm-dc1; vm-dc1 runs on hv-01; hv-01 needs dns');
    expect(deadlock?.cycle.map((l) => [l.from, l.to, l.relation])).toEqual([
      ['dns', 'vm-dc1', 'providers'],
      ['vm-dc1', 'hv-01', 'runsOn'],
      ['hv-01', 'dns', 'dependsOn'],
    ]);
    const found = diagnostics(plan(circle)).filter((d) => d.rule === 'bootstrap-deadlock');
    expect(found.map((d) => [d.file, d.range.line, d.range.column])).toEqual([['drplan.yaml', 5, 17]]);
  });
  it('is none when an alternative is outside the circle, although the circle is still there', () => {
    const physical = circle
      .replace('[vm-dc1]}', '[vm-dc1, dc-old]}')
      .replace('hv-02: {}', 'hv-02: {}\nservers:\n  dc-old: {}');
    const recovery = cold(plan(physical));
    expect(recovery.deadlocks).toEqual([]);
    expect(recovery.steps.map((s) => s.element)).toEqual(['dc-old', 'hv-02', 'hv-01', 'mail', 'vm-dc1']);
  });
  it('is one again when the alternative is stuck too, and says why', () => {
    const both = circle
      .replace('[vm-dc1]}', '[vm-dc1, vm-dc2]}')
      .replace('  mail:', '  vm-dc2: {runsOn: hv-02}\n  mail:')
      .replace('hv-02: {}', 'hv-02: {dependsOn: [dns]}');
    const [deadlock] = facts(plan(both)).deadlocks;
    expect(deadlock?.elements).toEqual(['dns', 'hv-01', 'hv-02', 'vm-dc1', 'vm-dc2']);
    const link = deadlock?.cycle.find((l) => l.relation === 'providers');
    expect(link?.alternatives.map((a) => a.why)).toEqual(['it is locked in the same circle']);
    expect(deadlock?.sentence).toContain('vm-dc1 or vm-dc2');
  });
  it('is none where the circle is only to serve, or only later', () => {
    for (const when of ['serve', 'later']) {
      expect(facts(plan(circle.replace('[dns]\n', `[{id: dns, when: ${when}}]\n`))).deadlocks).toEqual([]);
    }
  });
  it('finds the smallest repairs: any one link of a simple circle but not what it runs on by bypass', () => {
    const [deadlock] = facts(plan(circle)).deadlocks;
    const sets = deadlock?.repairs.map((r) => r.waived.map((w) => `${w.from} ${w.relation} ${w.kind}`).join());
    expect(new Set(sets)).toEqual(
      new Set(['dns providers outside-provider', 'hv-01 dependsOn outside-provider', 'vm-dc1 runsOn outside-provider']),
    );
    expect(sets?.[0]).toBe('hv-01 dependsOn outside-provider');
    expect(deadlock?.repairs.every((r) => r.provedSmallest)).toBe(true);
  });
  it('offers a documented bypass first', () => {
    const bypass = '[{id: dns, bypass: {procedure: by-hand, takes: 10m}}]\n';
    const text = `${circle.replace('[dns]\n', bypass)}procedures:\n  by-hand: {title: x}\n`;
    expect(facts(plan(text)).deadlocks[0]?.repairs[0]?.waived[0]?.kind).toBe('bypass');
  });
  it('finds restores that need themselves only when everything is destroyed', () => {
    const text = 'servers:\n  bkp: {}\nbackups:\n  all: {covers: [bkp], server: bkp}\n';
    const [deadlock] = facts(plan(text)).deadlocks;
    expect(deadlock?.elements).toEqual(['bkp']);
    expect(cold(plan(text)).deadlocks).toEqual([]);
    expect(facts(plan(text.replace('bkp: {}', 'bkp: {recovery: {stateless: true}}'))).deadlocks).toEqual([]);
  });
  it('tells a system that needs itself', () => {
    expect(facts(plan('servers:\n  a: {dependsOn: [a]}\n')).deadlocks[0]?.cycle.map((l) => [l.from, l.to])).toEqual([
      ['a', 'a'],
    ]);
  });
  it('separates independent circles and shows long ones short', () => {
    const ring = (prefix: string, n: number) =>
      Array.from({ length: n }, (_, i) => ({ from: `${prefix}${i}`, of: [`${prefix}${(i + 1) % n}`] }));
    const nodes = [
      ...Array.from({ length: 3 }, (_, i) => ({ id: `a${i}` })),
      ...Array.from({ length: 500 }, (_, i) => ({ id: `b${i}` })),
    ];
    const found = explain(modelOf({ nodes, requirements: [...ring('a', 3), ...ring('b', 500)] }));
    expect(found.map((d) => d.elements.length)).toEqual([3, 500]);
    expect(found[1]?.sentence).toMatch(/… 490 more$/);
  });
  it('what is lost for good is no deadlock', () => {
    const text = 'facilities:\n  grid: {type: power-feed}\nservers:\n  a: {poweredBy: [grid]}\n';
    expect(facts(plan(text)).deadlocks).toEqual([]);
  });
});

describe('properties of deadlocks on random plans', () => {
  const models = fc.integer({ min: 2, max: 6 }).chain((size) =>
    fc
      .array(
        fc.record({
          from: fc.integer({ min: 0, max: size - 1 }),
          of: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 3 }),
          k: fc.integer({ min: 1, max: 2 }),
        }),
        { minLength: 2, maxLength: 9 },
      )
      .map((list) =>
        modelOf({
          nodes: Array.from({ length: size }, (_, i) => ({ id: `n${i}` })),
          requirements: list.map(({ from, of, k }) => ({
            from: `n${from}`,
            of: of.map((i) => `n${i}`),
            atLeast: Math.min(k, of.length),
          })),
        }),
      ),
  );
  const lockedWith = (model: Model, waived: ReadonlySet<number>): string[] =>
    [...startability(model, everything(model, false), waived).deadlocked].map((v) => model.nodes[v]?.id ?? '');

  /** All sets of at most so many of the given numbers, each sorted. */
  const setsOf = (from: readonly number[], most: number): number[][] => {
    const sets: number[][] = [[]];
    for (const i of from) for (const set of [...sets]) if (set.length < most) sets.push([...set, i]);
    return sets;
  };

  it('cores lock by themselves, freeing all cores frees everything, repairs repair and none is smaller', () => {
    let seen = 0;
    const sizes = new Set<number>();
    fc.assert(
      fc.property(models, (model) => {
        const all = lockedWith(model, new Set());
        const found = explain(model);
        if (all.length === 0) {
          expect(found).toEqual([]);
          return;
        }
        seen++;
        expect(found.length).toBeGreaterThan(0);
        const cores = found.flatMap((d) => d.elements);
        expect(new Set(cores).size).toBe(cores.length);
        expect(new Set([...cores, ...found.flatMap((d) => d.waiting)])).toEqual(new Set(all));
        const ofCores = new Set(model.requirements.flatMap((r, i) => (cores.includes(r.from) ? [i] : [])));
        expect(lockedWith(model, ofCores)).toEqual([]);
        for (const deadlock of found) {
          const elements = new Set(deadlock.elements);
          // Everything outside is free: only the requirements of the core count.
          const outside = model.requirements.flatMap((r, i) => (elements.has(r.from) ? [] : [i]));
          expect(new Set(lockedWith(model, new Set(outside)))).toEqual(elements);
          const size = deadlock.repairs[0]?.waived.length ?? 0;
          const own = model.requirements.flatMap((r, i) => (elements.has(r.from) ? [i] : []));
          const frees = (set: readonly number[]) => lockedWith(model, new Set([...outside, ...set])).length === 0;
          const given = deadlock.repairs.map((repair) =>
            repair.waived
              .map((w) => model.requirements.findIndex((r) => r.from === w.from && r.of === w.of))
              .sort((a, b) => a - b)
              .join(),
          );
          const smallest = setsOf(own, size - 1).every((set) => !frees(set));
          const all = setsOf(own, size).filter((set) => set.length === size && frees(set));
          for (const set of given) expect(all.map((a) => a.join())).toContain(set);
          expect(deadlock.repairs.every((r) => r.waived.length === size)).toBe(true);
          // Whatever is called proved is; up to three together, nothing is left out.
          if (deadlock.repairs[0]?.provedSmallest) expect(smallest).toBe(true);
          if (size <= 3) expect(new Set(given).size).toBe(Math.min(20, all.length));
          sizes.add(size);
          const last = deadlock.cycle.at(-1);
          expect(last?.to).toBe(deadlock.cycle[0]?.from);
          const next = [...deadlock.cycle.slice(1), deadlock.cycle[0]].map((l) => l?.from);
          expect(deadlock.cycle.map((l) => l.to)).toEqual(next);
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(seen).toBeGreaterThan(200);
    expect([...sizes]).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  });
  it('adding a provider never locks more', () => {
    fc.assert(
      fc.property(models, fc.nat(), fc.nat(), (model, which, who) => {
        const r = model.requirements[which % model.requirements.length];
        const extra = model.nodes[who % model.nodes.length]?.id ?? '';
        if (!r || r.of.includes(extra)) return;
        const richer = {
          ...model,
          requirements: model.requirements.map((q) => (q === r ? { ...q, of: [...q.of, extra] } : q)),
        };
        const before = new Set(lockedWith(model, new Set()));
        for (const id of lockedWith(richer, new Set())) expect(before.has(id)).toBe(true);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
