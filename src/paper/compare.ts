import type { CopyPage } from './register.ts';

/** What must be done to a copy so that it says what would be printed today. */
export interface Exchange {
  /** Pages of the copy that say something else now, from 1. */
  readonly takeOut: readonly number[];
  /** Pages of today's print that go in, from 1. */
  readonly putIn: readonly number[];
  /** Pages that say the same and have another number now. */
  readonly moved: readonly { readonly from: number; readonly to: number }[];
}

/** Lengths of the longest common runs from each pair of places on, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = rows[i] as Uint32Array;
    const below = rows[i + 1] as Uint32Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}

/** Pairs of equal leaves in the order of both: as many as can be. Equal ones at the same place come first. */
function kept(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < from; i++) pairs.push([i, i]);
  const [middleA, middleB] = [a.slice(from, endA), b.slice(from, endB)];
  const rows = commonLengths(middleA, middleB);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 0, j = 0; i < middleA.length && j < middleB.length; ) {
    if (middleA[i] === middleB[j]) pairs.push([from + i++, from + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  for (let k = 0; endA + k < a.length; k++) pairs.push([endA + k, endB + k]);
  return pairs;
}

/** What stands on the leaves: one page each, or front and back where both sides are printed. */
function leavesOf(pages: readonly CopyPage[], duplex: boolean): readonly string[] {
  const said = pages.map((p) => p.fingerprint);
  if (!duplex) return said;
  return Array.from({ length: Math.ceil(said.length / 2) }, (_, i) => `${said[2 * i]} ${said[2 * i + 1] ?? ''}`);
}

/** The pages of leaf `i` that are there, from 1. */
const pagesOf = (i: number, duplex: boolean, pages: number): readonly number[] =>
  duplex ? [2 * i + 1, 2 * i + 2].filter((n) => n <= pages) : [i + 1];

const notIn = (count: number, there: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => !there.has(i));

/**
 * Compares a copy with what would be printed today, leaf by leaf: where both sides are printed a leaf is exchanged as a
 * whole. As many leaves stay as can stay in their order.
 */
export function exchangeOf(copy: readonly CopyPage[], today: readonly CopyPage[], duplex: boolean): Exchange {
  const [a, b] = [leavesOf(copy, duplex), leavesOf(today, duplex)];
  const pairs = kept(a, b);
  const stayA = new Set(pairs.map(([i]) => i));
  const stayB = new Set(pairs.map(([, j]) => j));
  const numbers = (leaves: readonly number[], pages: number) => leaves.flatMap((i) => pagesOf(i, duplex, pages));
  return {
    takeOut: numbers(notIn(a.length, stayA), copy.length),
    putIn: numbers(notIn(b.length, stayB), today.length),
    moved: pairs.flatMap(([i, j]) => {
      if (i === j) return [];
      const to = pagesOf(j, duplex, today.length);
      // A blank back that today's paper no longer counts gets no number.
      return pagesOf(i, duplex, copy.length).flatMap((from, k) => (to[k] === undefined ? [] : [{ from, to: to[k] }]));
    }),
  };
}

/** The pages of a copy that say something which today's print says nowhere at all, from 1: what is wrong on paper. */
export function stalePages(copy: readonly CopyPage[], today: readonly CopyPage[]): readonly number[] {
  const stay = new Set(
    kept(
      copy.map((p) => p.fingerprint),
      today.map((p) => p.fingerprint),
    ).map(([i]) => i),
  );
  return notIn(copy.length, stay).map((i) => i + 1);
}
