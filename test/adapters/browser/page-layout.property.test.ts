import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutWithBlanks } from '../../../src/adapters/browser/page-layout.ts';

interface Chapter {
  readonly pages: number;
  readonly recto: boolean;
  /** Pages of the chapter, from 0, that ids are on. */
  readonly ids: readonly number[];
}

const chapters = fc.array(
  fc
    .record({ pages: fc.integer({ min: 1, max: 9 }), recto: fc.boolean(), ids: fc.array(fc.nat(8), { maxLength: 4 }) })
    .map((c): Chapter => ({ ...c, ids: c.ids.map((id) => id % c.pages) })),
  { minLength: 1, maxLength: 40 },
);

/** What a browser does: one chapter after the other, a blank page where it was told to put one. */
function print(book: readonly Chapter[], blanks: ReadonlySet<string>): ReadonlyMap<string, number> {
  const pageOf = new Map<string, number>();
  let page = 1;
  book.forEach((chapter, i) => {
    if (blanks.has(`c${i}`)) page++;
    pageOf.set(`c${i}`, page);
    chapter.ids.forEach((on, k) => void pageOf.set(`c${i}-${k}`, page + on));
    page += chapter.pages;
  });
  return pageOf;
}

const rectoOf = (book: readonly Chapter[]): readonly string[] =>
  book.flatMap((chapter, i) => (chapter.recto ? [`c${i}`] : []));

describe('chapters on right-hand pages', () => {
  test('the layout computed is the layout printed, chapters are on odd pages, no blank is for nothing', () => {
    fc.assert(
      fc.property(chapters, (book) => {
        const recto = rectoOf(book);
        const layout = layoutWithBlanks({ pageOf: print(book, new Set()) }, recto, []);
        const printed = print(book, new Set(layout.blanks));
        expect(layout.pageOf).toEqual(printed);
        for (const id of recto) expect((printed.get(id) as number) % 2).toBe(1);
        for (const id of layout.blanks) {
          const without = print(book, new Set(layout.blanks.filter((other) => other !== id)));
          expect((without.get(id) as number) % 2).toBe(0);
        }
      }),
    );
  });

  test('the same layout follows from a print with any blanks in it', () => {
    fc.assert(
      fc.property(chapters, fc.func(fc.boolean()), (book, isBlank) => {
        const recto = rectoOf(book);
        const before = recto.filter((id) => isBlank(id));
        const fromBare = layoutWithBlanks({ pageOf: print(book, new Set()) }, recto, []);
        expect(layoutWithBlanks({ pageOf: print(book, new Set(before)) }, recto, before)).toEqual(fromBare);
      }),
    );
  });
});
