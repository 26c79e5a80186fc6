import type { PdfPages } from './pdf-pages.ts';

/** Where everything comes to stand once chapters start on odd (right-hand) pages. */
export interface PageLayout {
  /** The page, from 1, of each id. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** Ids of the sections before which a blank page stands. */
  readonly blanks: readonly string[];
}

/**
 * The layout that follows from a print in which blank pages stood before the sections `blanksBefore`, by arithmetic: a
 * section starts a page of its own, so a blank page before it moves it and all that follows by one and changes no break.
 * `recto` are the sections that must start on an odd page; each is taken to start a page.
 */
export function layoutWithBlanks(
  printed: Pick<PdfPages, 'pageOf'>,
  recto: readonly string[],
  blanksBefore: readonly string[],
): PageLayout {
  const placed = new Set(blanksBefore);
  const starts = recto
    .flatMap((id) => (printed.pageOf.has(id) ? [{ id, page: printed.pageOf.get(id) as number }] : []))
    .sort((a, b) => a.page - b.page);
  const before = starts.filter((start) => placed.has(start.id)).map((start) => start.page);
  const withoutBlanks = (page: number): number => page - countUpTo(before, page);

  const blanks: { readonly id: string; readonly page: number }[] = [];
  for (const start of starts) {
    const page = withoutBlanks(start.page);
    if ((page + blanks.length) % 2 === 0) blanks.push({ id: start.id, page });
  }
  const after = blanks.map((blank) => blank.page);
  const pageOf = new Map<string, number>();
  for (const [id, printedOn] of printed.pageOf) {
    const page = withoutBlanks(printedOn);
    pageOf.set(id, page + countUpTo(after, page));
  }
  return { pageOf, blanks: blanks.map((blank) => blank.id) };
}

/** How many of the ascending `pages` are not behind `page`. */
function countUpTo(pages: readonly number[], page: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] as number) <= page) low = middle + 1;
    else high = middle;
  }
  return low;
}
