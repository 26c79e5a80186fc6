import type { Page } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import type { PdfPrinter, PrintedPdf, PrintJob } from '../../ports.ts';
import { finishPdf } from './finish-pdf.ts';
import type { FoundBrowser } from './found-browser.ts';
import { layoutWithBlanks, type PageLayout } from './page-layout.ts';
import { fillScript, type PageWishes, prepareScript } from './page-script.ts';
import { type PdfPages, readPages } from './pdf-pages.ts';
import { type RunningBrowser, startBrowser } from './start-browser.ts';
import { within } from './within.ts';

/*
 * Conventions of the HTML that is printed:
 * - `<a class="page-ref" href="#ID"></a>` is filled with the page that ID is on; the style sheet gives it a fixed width;
 * - `<section data-recto>` starts on an odd page: a `<div class="blank-page">` is put before it where needed; the style
 *   sheet breaks the page before both;
 * - header, footer and "page n of m" are margin boxes of the style sheet.
 */

/** Numbers change the text they stand in only when the style sheet gives them no room; then another pass helps. */
const mostPasses = 4;

/** Milliseconds for one pass: two minutes, and a second for every 10 kB, about what a page of tables takes. */
const passWithin = (html: string): number => 120_000 + html.length / 10;

async function open(page: Page, job: PrintJob): Promise<PageWishes> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const allowed = request.url().startsWith('data:');
    void (allowed ? request.continue() : request.abort('aborted')).catch(() => undefined);
  });
  await page.setContent(job.html, { waitUntil: 'load', timeout: 0 });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return JSON.parse((await page.evaluate(prepareScript(job.language))) as string) as PageWishes;
}

/** Tags and outline cost half of the time: only a pass that may be the last one has them. */
async function render(page: Page, last: boolean): Promise<{ readonly bytes: Uint8Array; readonly pages: PdfPages }> {
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: last,
    outline: last,
    timeout: 0,
  });
  return { bytes, pages: readPages(bytes) };
}

const agrees = (layout: PageLayout, { pageOf }: PdfPages): boolean =>
  pageOf.size === layout.pageOf.size && [...pageOf].every(([id, page]) => layout.pageOf.get(id) === page);

/** A reference without a number would stand on paper as a dash: it is told, and the rest is printed. */
function unplaced({ missing, targets }: PageWishes, { pageOf }: PdfPages): readonly string[] {
  if (targets.length > 0 && !targets.some((id) => pageOf.has(id))) {
    throw new UserError('the browser does not tell page numbers', exitCode.browser, 'try another one with --browser');
  }
  const without = [...missing, ...targets.filter((id) => !pageOf.has(id))];
  return without.length === 0 ? [] : [`page references that lead nowhere: ${without.slice(0, 10).join(', ')}`];
}

async function printIn(page: Page, job: PrintJob): Promise<PrintedPdf> {
  const wishes = await open(page, job);
  const plain = wishes.targets.length === 0 && wishes.recto.length === 0;
  let layout: PageLayout = { pageOf: new Map(), blanks: [] };
  if (!plain) {
    const { pages } = await render(page, false);
    layout = layoutWithBlanks(pages, wishes.recto, []);
  }
  for (let pass = plain ? 1 : 2; pass <= mostPasses; pass++) {
    await page.evaluate(fillScript(layout.pageOf, layout.blanks));
    const { bytes, pages } = await render(page, true);
    if (plain || agrees(layout, pages)) {
      const { count, pageOf } = pages;
      return { bytes: finishPdf(bytes, job), pages: count, pageOf, notes: unplaced(wishes, pages) };
    }
    layout = layoutWithBlanks(pages, wishes.recto, layout.blanks);
  }
  throw new UserError(
    `the page numbers still changed in pass ${mostPasses}; please report it`,
    exitCode.browser,
    'print it as HTML with --format html',
  );
}

async function printWith({ browser, ended, notes }: RunningBrowser, job: PrintJob): Promise<PrintedPdf> {
  const page = await within(10_000, Promise.race([browser.newPage(), ended]), 'opening a page');
  const crashed = new Promise<never>((_, fail) => {
    page.once('error', (error) => fail(error));
  });
  const limit = passWithin(job.html) * mostPasses;
  const printed = await within(limit, Promise.race([printIn(page, job), crashed, ended]), 'printing');
  return { ...printed, notes: [...notes, ...printed.notes] };
}

/** Prints with one browser; it is started for a job and gone after it, whatever happens. */
export function pdfPrinter(found: FoundBrowser, env: Readonly<Record<string, string | undefined>>): PdfPrinter {
  return {
    print: async (job) => {
      const running = await startBrowser(found, env);
      try {
        return await printWith(running, job);
      } catch (error) {
        if (error instanceof UserError) throw error;
        const message = (error as Error).message.split('\n')[0];
        throw new UserError(
          `the browser ${found.path} failed while printing: ${message}`,
          exitCode.browser,
          'try another one with --browser PATH',
        );
      } finally {
        await running.stop();
      }
    },
  };
}
