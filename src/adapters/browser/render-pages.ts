import type { Page } from 'puppeteer-core';
import { type MarkedText, type Marks, markId, markScript, unmarkScript } from './mark-script.ts';
import { ask } from './open-document.ts';
import type { PageSpan } from './page-layout.ts';
import { type Drawn, readPages } from './pdf-pages.ts';

/** Tags and outline cost half of the time: only the last pass has them. */
export const renderPages = (page: Page, last: boolean, only: readonly number[] = []): Promise<Uint8Array> =>
  page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: last,
    outline: last,
    pageRanges: only.join(','),
    timeout: 0,
  });

/** Where everything stands in a print. */
export interface Measured {
  readonly count: number;
  readonly pageOf: ReadonlyMap<string, number>;
  readonly pieces: readonly PageSpan[];
}

/** Each piece on all pages of its block. */
export function wholeBlocks(marked: MarkedText, pieces: readonly PageSpan[]): readonly PageSpan[] {
  const blocks = new Map<number, PageSpan>();
  marked.pieces.forEach(({ block }, i) => {
    const { first, last } = pieces[i] as PageSpan;
    const known = blocks.get(block) ?? { first, last };
    blocks.set(block, { first: Math.min(known.first, first), last: Math.max(known.last, last) });
  });
  return marked.pieces.map(({ block }) => blocks.get(block) as PageSpan);
}

/**
 * The page of a link that is drawn. Within a block that breaks the browser tells a link on each page of the block, as far
 * above or below as it would be had nothing broken. Where a page goes on, it begins at its upper edge: what is above that
 * belongs to the page before, what is below may be told too early by a line or two.
 */
const pageOfLink = (drawn: readonly Drawn[], topMargin: number): number | undefined =>
  (drawn.findLast(({ top }) => top > topMargin - 2) ?? drawn[0])?.page;

/**
 * Prints for measuring: the page of each id, and of each piece of text; what is drawn nowhere counts to what is before it.
 * `topMargin` is in points.
 */
export async function measurePages(
  page: Page,
  marked: MarkedText,
  topMargin: number,
): Promise<{ readonly bytes: Uint8Array; readonly pages: Measured }> {
  const { exact, destinations } = await ask<Marks>(page, markScript);
  const targets = new Map(destinations);
  const bytes = await renderPages(page, false);
  await page.evaluate(unmarkScript);
  const pages = readPages(bytes);
  const pieces: PageSpan[] = [];
  for (let i = 0; i < marked.pieces.length; i++) {
    const target = targets.get(i);
    const place = target === undefined ? pageOfLink(pages.marks.get(i) ?? [], topMargin) : pages.pageOf.get(target);
    const on = place ?? pieces[i - 1]?.last ?? 1;
    pieces.push({ first: on, last: on });
  }
  const pageOf = new Map([...pages.pageOf].filter(([id]) => !id.startsWith(markId)));
  return { bytes, pages: { count: pages.count, pageOf, pieces: exact ? pieces : wholeBlocks(marked, pieces) } };
}
