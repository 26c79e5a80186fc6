import type { Page } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import type { PdfPrinter, PrintedPdf, PrintJob } from '../../ports.ts';
import type { FoundBrowser } from './find-browser.ts';
import { finishPdf } from './finish-pdf.ts';
import { type PdfPages, readPages } from './pdf-pages.ts';
import { startBrowser, within } from './start-browser.ts';

/*
 * Conventions of the HTML that is printed:
 * - `<a class="page-ref" href="#ID"></a>` is filled with the page that ID is on;
 * - `<section id="ID" data-recto>` starts on an odd page: a `<div class="blank-page">` is put before it where needed;
 * - header, footer and "page n of m" are margin boxes of the style sheet.
 */

/** Minutes are for books; a page takes some 20 ms. */
const printWithin = 180_000;
/** Page numbers change the text they stand in only when the template gives them no room; then another pass helps. */
const mostPasses = 4;

/** Runs in the page. Numbers of references, and before which sections a blank page stands. */
const patch = (
  pageOf: Readonly<Record<string, number>>,
  blanks: readonly string[],
  blankText: string,
): string => `(() => {
  const pageOf = ${JSON.stringify(pageOf)};
  for (const a of document.querySelectorAll('a.page-ref')) {
    const id = decodeURIComponent(a.getAttribute('href').slice(1));
    a.textContent = String(pageOf[id] ?? '0000');
  }
  for (const old of document.querySelectorAll('div.blank-page')) old.remove();
  for (const id of ${JSON.stringify(blanks)}) {
    const blank = document.createElement('div');
    blank.className = 'blank-page';
    blank.textContent = ${JSON.stringify(blankText)};
    document.getElementById(id).before(blank);
  }
})()`;

const rectoSections = `[...document.querySelectorAll('section[data-recto][id]')].map((s) => s.id)`;
const blankWords = `document.body.dataset.blankText ?? 'This page is intentionally left blank'`;

interface Layout {
  readonly pageOf: Readonly<Record<string, number>>;
  readonly blanks: readonly string[];
}

/** Where everything comes to stand once chapters start on odd pages: the pages without blanks, shifted. */
function layoutOf({ pageOf }: PdfPages, recto: readonly string[], blanksBefore: readonly string[]): Layout {
  const placed = new Set(blanksBefore);
  const starts = recto.flatMap((id) => (pageOf.has(id) ? [{ id, page: pageOf.get(id) as number }] : []));
  // Taken back to the pages without any blanks: each blank stands before its section.
  const bare = starts.map((s, i) => ({
    id: s.id,
    page: s.page - starts.slice(0, i + 1).filter((b) => placed.has(b.id)).length,
  }));
  const blanks: { id: string; page: number }[] = [];
  for (const { id, page } of bare) if ((page + blanks.length) % 2 === 0) blanks.push({ id, page });
  const final: Record<string, number> = {};
  for (const [id, page] of pageOf) {
    const own = page - starts.filter((s) => placed.has(s.id) && s.page <= page).length;
    final[id] = own + blanks.filter((b) => b.page <= own).length;
  }
  return { pageOf: final, blanks: blanks.map((b) => b.id) };
}

const agrees = (layout: Layout, { pageOf }: PdfPages): boolean =>
  [...pageOf].every(([id, page]) => layout.pageOf[id] === page);

async function render(page: Page, last: boolean): Promise<Uint8Array> {
  const options = { preferCSSPageSize: true, printBackground: true, tagged: last, outline: last, timeout: printWithin };
  return within(printWithin, page.pdf(options), 'printing');
}

async function preparePage(page: Page, html: string): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const allowed = request.url().startsWith('data:');
    void (allowed ? request.continue() : request.abort()).catch(() => undefined);
  });
  await page.setContent(html, { waitUntil: 'load', timeout: printWithin });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

async function printIn(page: Page, job: PrintJob): Promise<PrintedPdf> {
  await preparePage(page, job.html);
  const recto = (await page.evaluate(rectoSections)) as string[];
  const words = (await page.evaluate(blankWords)) as string;
  await page.evaluate(patch({}, [], words));
  let layout = layoutOf(readPages(await render(page, false)), recto, []);
  for (let pass = 1; pass < mostPasses; pass++) {
    await page.evaluate(patch(layout.pageOf, layout.blanks, words));
    const bytes = await render(page, true);
    const pages = readPages(bytes);
    if (agrees(layout, pages)) {
      return { bytes: finishPdf(bytes, job), pages: pages.count, pageOf: pages.pageOf };
    }
    layout = layoutOf(pages, recto, layout.blanks);
  }
  throw new UserError('the page numbers do not settle', exitCode.browser, 'print it as HTML with --format html');
}

/** Prints with one browser; it is started for a job and gone after it, whatever happens. */
export function pdfPrinter(found: FoundBrowser): PdfPrinter {
  return {
    print: async (job) => {
      const { browser, stop } = await startBrowser(found);
      try {
        return await printIn(await browser.newPage(), job);
      } catch (error) {
        if (error instanceof UserError) throw error;
        const message = (error as Error).message.split('\n')[0];
        throw new UserError(
          `the browser failed while printing: ${message}`,
          exitCode.browser,
          'try another one with --browser PATH',
        );
      } finally {
        await stop();
      }
    },
  };
}
