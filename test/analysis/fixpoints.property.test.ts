import { alg, Graph } from '@dagrejs/graphlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildAndOr,
  type Group,
  greatestFixpoint,
  leastFixpoint,
  subgraph,
  unmetGroups,
} from '../../src/analysis/and-or.ts';
import { components, rowsOf } from '../../src/analysis/components.ts';
import { earliestTimes } from '../../src/analysis/earliest.ts';

/** Small random graphs with alternatives, loops and impossible groups. */
const graphs = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    groups: fc.array(
      fc
        .record({
          node: fc.integer({ min: 0, max: size - 1 }),
          members: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 4 }),
          need: fc.integer({ min: 1, max: 3 }),
        })
        .map((g): Group => ({ ...g, need: Math.min(g.need, g.members.length), tag: 0 })),
      { maxLength: 9 },
    ),
    given: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    duration: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: size, maxLength: size }),
  }),
);

const flags = (bits: readonly boolean[]): Uint8Array => Uint8Array.from(bits, (b) => (b ? 1 : 0));
const met = (groups: readonly Group[], v: number, set: ReadonlySet<number>): boolean =>
  groups.filter((g) => g.node === v).every((g) => g.members.filter((m) => set.has(m)).length >= g.need);

/** All sets of nodes that hold the given ones and only nodes whose groups they meet. */
function closedSets(size: number, groups: readonly Group[], given: readonly boolean[]): Set<number>[] {
  const sets: Set<number>[] = [];
  for (let bits = 0; bits < 1 << size; bits++) {
    const set = new Set(Array.from({ length: size }, (_, v) => v).filter((v) => (bits >> v) & 1));
    const good = given.every((g, v) => !g || set.has(v)) && [...set].every((v) => given[v] || met(groups, v, set));
    if (good) sets.push(set);
  }
  return sets;
}

describe('fixpoints against enumeration', () => {
  it('the greatest fixpoint is the union of all sets that support themselves', () => {
    fc.assert(
      fc.property(graphs, ({ size, groups, given }) => {
        const g = buildAndOr(size, groups);
        const found = greatestFixpoint(g, flags(given), new Uint8Array(size).fill(1));
        const union = new Set(closedSets(size, groups, given).flatMap((s) => [...s]));
        expect([...found].flatMap((f, v) => (f ? [v] : []))).toEqual([...union].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
  it('the least fixpoint is what naive rounds reach, in an order that respects every group', () => {
    fc.assert(
      fc.property(graphs, ({ size, groups, given }) => {
        const g = buildAndOr(size, groups);
        const { reached, order } = leastFixpoint(g, flags(given), new Uint8Array(size).fill(1));
        const set = new Set(given.flatMap((b, v) => (b ? [v] : [])));
        for (let grown = true; grown; ) {
          grown = false;
          for (let v = 0; v < size; v++) {
            if (set.has(v) || !met(groups, v, set)) continue;
            set.add(v);
            grown = true;
          }
        }
        expect([...reached].flatMap((f, v) => (f ? [v] : []))).toEqual([...set].sort((a, b) => a - b));
        const seen = new Set<number>();
        for (const v of order) {
          expect(given[v] || met(groups, v, seen)).toBe(true);
          seen.add(v);
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('earliest times are the k-th smallest finish, as naive relaxation finds them', () => {
    fc.assert(
      fc.property(graphs, ({ size, groups, given, duration }) => {
        const g = buildAndOr(size, groups);
        const { start, finish, order } = earliestTimes(g, {
          duration: Float64Array.from(duration),
          given: flags(given),
        });
        const expected = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
        for (let round = 0; round <= size + 1; round++) {
          for (let v = 0; v < size; v++) {
            const waits = groups
              .filter((x) => x.node === v)
              .map((x) => x.members.map((m) => expected[m] as number).sort((a, b) => a - b)[x.need - 1] as number);
            expected[v] = given[v] ? 0 : Math.max(0, ...waits) + (duration[v] as number);
          }
        }
        expect([...finish]).toEqual(expected);
        for (const v of order) expect(finish[v]).toBe((start[v] as number) + (given[v] ? 0 : (duration[v] as number)));
      }),
      { numRuns: 1000 },
    );
  });
  it('a graph of some nodes alone locks what the whole one locks when the rest is free', () => {
    fc.assert(
      fc.property(graphs, ({ size, groups }) => {
        const g = buildAndOr(size, groups);
        const nodes = Array.from({ length: size }, (_, v) => v).filter((v) => v % 2 === 0);
        const free = Uint8Array.from({ length: size }, (_, v) => v % 2);
        const wanted = Uint8Array.from({ length: size }, (_, v) => (v + 1) % 2);
        const whole = leastFixpoint(g, free, wanted).reached;
        const part = subgraph(g, nodes, (v) => free[v] === 1);
        const alone = leastFixpoint(part, new Uint8Array(part.size), new Uint8Array(part.size).fill(1)).reached;
        expect(nodes.map((_, i) => alone[i])).toEqual(nodes.map((v) => whole[v]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('components', () => {
  it('are the classes of mutual reachability, targets first', () => {
    const edgesOf = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        edges: fc.array(fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size - 1 })), {
          maxLength: 20,
        }),
      }),
    );
    fc.assert(
      fc.property(edgesOf, ({ size, edges }) => {
        const reach = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => i === j));
        for (let round = 0; round < size; round++) {
          for (const [a, b] of edges)
            for (let j = 0; j < size; j++) if (reach[b]?.[j]) (reach[a] as boolean[])[j] = true;
        }
        const { of } = components(rowsOf(size, edges));
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            expect(of[i] === of[j]).toBe(Boolean(reach[i]?.[j] && reach[j]?.[i]));
            if (reach[i]?.[j]) expect(of[j]).toBeLessThanOrEqual(of[i] as number);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
  it('are those of graphlib on small graphs', () => {
    const small = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(small, (edges) => {
        const graph = new Graph({ directed: true });
        for (let i = 0; i < 12; i++) graph.setNode(String(i));
        for (const [a, b] of edges) graph.setEdge(String(a), String(b));
        const classes = (groups: readonly (readonly number[])[]) =>
          groups.map((g) => [...g].sort((a, b) => a - b).join()).sort();
        const { of, count } = components(rowsOf(12, edges));
        const ours = Array.from({ length: count }, (_, c) => [...of].flatMap((x, v) => (x === c ? [v] : [])));
        expect(classes(ours)).toEqual(classes(alg.tarjan(graph).map((c) => c.map(Number))));
      }),
      { numRuns: 300 },
    );
  });
  it('do not overflow on a chain and a circle of 100,000', () => {
    const size = 100_000;
    const chain = Array.from({ length: size - 1 }, (_, i) => [i, i + 1] as const);
    expect(components(rowsOf(size, chain)).count).toBe(size);
    expect(components(rowsOf(size, [...chain, [size - 1, 0]])).count).toBe(1);
    const g = buildAndOr(
      size,
      chain.map(([node, member]) => ({ node, need: 1, members: [member], tag: 0 })),
    );
    const all = new Uint8Array(size).fill(1);
    const none = new Uint8Array(size);
    expect(leastFixpoint(g, none, all).order[0]).toBe(size - 1);
    const { finish } = earliestTimes(g, { duration: new Float64Array(size).fill(1), given: none });
    expect(finish[0]).toBe(size);
    expect(unmetGroups(g, 0, none)).toHaveLength(1);
  });
});
