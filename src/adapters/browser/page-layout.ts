import type { PdfPages } from './pdf-pages.ts';

/** The pages, from 1, on which a piece of text stands. */
export interface PageSpan {
  readonly first: number;
  readonly last: number;
}

/** Where everything comes to stand once chapters start on odd (right-hand) pages. */
export interface PageLayout {
  /** The page, from 1, of each id. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** The pages of each piece of text. */
  readonly pieces: readonly PageSpan[];
  /** Ids of the sections before which a blank page stands. */
  readonly blanks: readonly string[];
  /** The pages that are left blank. */
  readonly blankPages: ReadonlySet<number>;
}

/**
 * The layout that follows from a print in which blank pages stood before the sections `blanksBefore`, by arithmetic: a
 * section starts a page of its own, so a blank page before it moves it and all that follows by one and changes no break.
 * `recto` are the sections that must start on an odd page; each is taken to start a page.
 */
export function layoutWithBlanks(
  printed: Pick<PdfPages, 'pageOf'> & { readonly pieces?: readonly PageSpan[] },
  recto: readonly string[],
  blanksBefore: readonly string[],
): PageLayout {
  const had = new Set(blanksBefore);
  const starts = recto
    .flatMap((id) => (printed.pageOf.has(id) ? [{ id, page: printed.pageOf.get(id) as number }] : []))
    .sort((a, b) => a.page - b.page);
  const before = starts.filter((start) => had.has(start.id)).map((start) => start.page);
  const withoutBlanks = (page: number): number => page - countUpTo(before, page);

  const blanks: { readonly id: string; readonly page: number }[] = [];
  for (const start of starts) {
    const page = withoutBlanks(start.page);
    if ((page + blanks.length) % 2 === 0) blanks.push({ id: start.id, page });
  }
  const after = blanks.map((blank) => blank.page);
  const pageOf = new Map<string, number>();
  const placed = (printedOn: number): number => {
    const page = withoutBlanks(printedOn);
    return page + countUpTo(after, page);
  };
  for (const [id, printedOn] of printed.pageOf) pageOf.set(id, placed(printedOn));
  return {
    pageOf,
    pieces: (printed.pieces ?? []).map((span) => ({ first: placed(span.first), last: placed(span.last) })),
    blanks: blanks.map((blank) => blank.id),
    blankPages: new Set(blanks.map((blank, i) => blank.page + i)),
  };
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
