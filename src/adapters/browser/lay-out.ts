import type { Page } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import type { PrintedPdf, PrintJob } from '../../ports.ts';
import { counterStyles } from './counter-styles.ts';
import { type MarkedText, readScript } from './mark-script.ts';
import { codePoints } from './missing-glyphs.ts';
import { nameMissing, withOriginals } from './name-missing.ts';
import { ask, openDocument } from './open-document.ts';
import { layoutWithBlanks, type PageLayout } from './page-layout.ts';
import { fillScript, type PageWishes, prepareScript, styleScript } from './page-script.ts';
import { type ContentBox, contentBoxScript, tooWideScript } from './page-size-script.ts';
import { leavesOf } from './page-texts.ts';
import { pagesWithGlyph0 } from './pdf-pages.ts';
import { type Measured, measurePages } from './render-pages.ts';

/** Numbers change the text they stand in only when the style sheet gives them no room; then another pass helps. */
export const mostPasses = 4;

/** A reference without a number would stand on paper as a dash: it is told, and the rest is printed. */
function unplaced({ missing, targets }: PageWishes, pageOf: ReadonlyMap<string, number>): readonly string[] {
  if (targets.length > 0 && !targets.some((id) => pageOf.has(id))) {
    throw new UserError('the browser does not tell page numbers', exitCode.browser, 'try another one with --browser');
  }
  const without = [...missing, ...targets.filter((id) => !pageOf.has(id))];
  return without.length === 0 ? [] : [`page references that lead nowhere: ${without.slice(0, 10).join(', ')}`];
}

/** A document that lies in the browser ready to print: page numbers filled in, blank pages and page styles in their place. */
export interface LaidOut {
  readonly layout: PageLayout;
  /** All that is told of a print but the file. */
  readonly told: Omit<PrintedPdf, 'bytes'>;
}

/** What a layout tells, once the document says page numbers as the layout has them. */
async function tell(
  page: Page,
  job: PrintJob,
  wishes: PageWishes,
  read: {
    readonly marked: MarkedText;
    readonly names: ReadonlyMap<string, string>;
    readonly nameless: readonly number[];
  },
  layout: PageLayout & { readonly pages: number },
): Promise<LaidOut> {
  const reference = (id: string): string => String(layout.pageOf.get(id) ?? '\u2013');
  const leaves = leavesOf(withOriginals(read.marked, read.names), { ...layout, reference }, job.fingerprint);
  await page.evaluate(styleScript(counterStyles(leaves)));
  const wide = await ask<readonly string[]>(page, tooWideScript);
  const told = {
    pages: layout.pages,
    pageOf: layout.pageOf,
    notes: [
      ...unplaced(wishes, layout.pageOf),
      ...(read.nameless.length === 0 ? [] : ['some characters of the template are in no font']),
      ...(wide.length === 0 ? [] : [`wider than the page: ${wide.join(', ')}`]),
    ],
    leaves: leaves.map(({ number, section, fingerprint, blank }) => ({ number, section, fingerprint, blank })),
    missingGlyphs: [...new Set([...read.names.keys()].flatMap(codePoints))].sort(),
  };
  return { layout, told };
}

const layoutOf = (measured: Measured, recto: readonly string[], blanks: readonly string[]) => {
  const layout = layoutWithBlanks(measured, recto, blanks);
  return { ...layout, pages: measured.count - blanks.length + layout.blanks.length };
};

/**
 * Opens the document and lays it out. The first layout is nearly always the last; whoever finds that a print does not
 * agree with it asks for the next one, which is measured again.
 */
export async function* layouts(page: Page, job: PrintJob): AsyncGenerator<LaidOut> {
  await openDocument(page, job.html);
  const wishes = await ask<PageWishes>(page, prepareScript(job.language, job.elsewhere ?? new Map()));
  const box = await ask<ContentBox>(page, contentBoxScript);
  await page.setViewport({ width: Math.max(1, Math.ceil(box.width)), height: Math.max(1, Math.floor(box.height)) });
  let marked = await ask<MarkedText>(page, readScript(box));
  let measured = await measurePages(page, marked, box.top * 0.75);
  const names = await nameMissing(page, measured.bytes);
  if (names.size > 0) {
    marked = await ask<MarkedText>(page, readScript(box));
    measured = await measurePages(page, marked, box.top * 0.75);
  }
  const nameless = names.size === 0 ? [] : pagesWithGlyph0(measured.bytes);
  let blanks: readonly string[] = [];
  for (let pass = 1; pass < mostPasses; pass++) {
    if (pass > 1) measured = await measurePages(page, marked, box.top * 0.75);
    const layout = layoutOf(measured.pages, wishes.recto, blanks);
    blanks = layout.blanks;
    const hasMoved = (await page.evaluate(fillScript(layout.pageOf, blanks))) as boolean;
    if (!hasMoved) yield await tell(page, job, wishes, { marked, names, nameless }, layout);
  }
  throw new UserError(
    `the page numbers still changed in pass ${mostPasses}; please report it`,
    exitCode.browser,
    'print it as HTML with --format html',
  );
}
