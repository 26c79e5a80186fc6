import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranges } from '../../src/diagnostics/ranges.ts';
import { stalePages } from '../../src/paper/compare.ts';
import { type CopyPage, exchangeOf } from '../../src/paper/index.ts';

const pages = (said: readonly string[]): readonly CopyPage[] =>
  said.map((fingerprint) => ({ fingerprint, section: 's' }));

/** A binder in a ring: leaves as pairs of what stands on front and back. */
function leaves(said: readonly string[], duplex: boolean): string[] {
  if (!duplex) return [...said];
  const pairs: string[] = [];
  for (let i = 0; i < said.length; i += 2) pairs.push(`${said[i]} ${said[i + 1] ?? ''}`);
  return pairs;
}

/** Does what the slip says: takes pages out of the ring, puts the new ones in by their numbers. */
function carriedOut(copy: readonly string[], today: readonly string[], duplex: boolean): readonly string[] {
  const { takeOut, putIn, moved } = exchangeOf(pages(copy), pages(today), duplex);
  const renumbered = new Map(moved.map(({ from, to }) => [from, to]));
  const ring = new Map<number, string>();
  copy.forEach((said, i) => {
    if (!takeOut.includes(i + 1) && (!duplex || said !== '' || renumbered.has(i + 1)))
      ring.set(renumbered.get(i + 1) ?? i + 1, said);
  });
  for (const n of putIn) {
    expect(ring.has(n), `page ${n} twice`).toBe(false);
    ring.set(n, today[n - 1] as string);
  }
  // A back that was never printed is as blank as one that was left blank.
  return Array.from({ length: Math.max(0, ...ring.keys()) }, (_, i) => ring.get(i + 1) ?? '');
}

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 14 });

describe('an exchange of pages', () => {
  it('makes any copy say what is printed today, whole leaves where both sides are printed', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (copy, today, duplex) => {
        // A blank back and no back are the same leaf.
        const bare = (said: readonly string[]): string =>
          leaves(said, duplex)
            .join('|')
            .replace(/[| ]+$/, '');
        expect(bare(carriedOut(copy, today, duplex))).toBe(bare(today));
        const { takeOut, putIn } = exchangeOf(pages(copy), pages(today), duplex);
        if (duplex) {
          for (const n of [...takeOut])
            expect(n % 2 === 1 ? takeOut.includes(n + 1) || n === copy.length : takeOut.includes(n - 1)).toBe(true);
        }
        if (JSON.stringify(leaves(copy, duplex)) === JSON.stringify(leaves(today, duplex)))
          expect([takeOut, putIn]).toEqual([[], []]);
      }),
      { numRuns: 2000 },
    );
  });
  it('leaves as many leaves in place as can stay', () => {
    // The longest common run of short lists, by trying all subsets of one.
    const longest = (a: readonly string[], b: readonly string[]): number => {
      let most = 0;
      for (let set = 0; set < 1 << a.length; set++) {
        const chosen = a.filter((_, i) => set & (1 << i));
        let at = 0;
        for (const said of b) if (said === chosen[at]) at++;
        if (at === chosen.length) most = Math.max(most, chosen.length);
      }
      return most;
    };
    const short = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });
    fc.assert(
      fc.property(short, short, (copy, today) => {
        const { takeOut } = exchangeOf(pages(copy), pages(today), false);
        expect(copy.length - takeOut.length).toBe(longest(copy, today));
      }),
      { numRuns: 500 },
    );
  });
  it('takes one leaf where one page changed', () => {
    const copy = ['a', 'b', 'c', 'd', 'e'];
    const today = ['a', 'b', 'X', 'd', 'e'];
    expect(exchangeOf(pages(copy), pages(today), false)).toEqual({ takeOut: [3], putIn: [3], moved: [] });
    expect(exchangeOf(pages(copy), pages(today), true)).toEqual({ takeOut: [3, 4], putIn: [3, 4], moved: [] });
    expect(stalePages(pages(copy), pages(today))).toEqual([3]);
  });
  it('renumbers what moved and exchanges only what is new', () => {
    expect(exchangeOf(pages(['a', 'b', 'c']), pages(['a', 'N', 'b', 'c']), false)).toEqual({
      takeOut: [],
      putIn: [2],
      moved: [
        { from: 2, to: 3 },
        { from: 3, to: 4 },
      ],
    });
  });
  it('writes runs of numbers short', () => {
    expect(ranges([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10');
    expect(ranges([])).toBe('');
  });
});
