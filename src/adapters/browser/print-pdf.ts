import type { Page } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import type { PdfPrinter, PrintedPdf, PrintJob } from '../../ports.ts';
import { encryptPdf } from './encrypt-pdf.ts';
import { finishPdf } from './finish-pdf.ts';
import type { FoundBrowser } from './found-browser.ts';
import { type LaidOut, layouts, mostPasses } from './lay-out.ts';
import type { PageLayout } from './page-layout.ts';
import { type PdfPages, readPages } from './pdf-pages.ts';
import { renderPages } from './render-pages.ts';
import { type RunningBrowser, startBrowser } from './start-browser.ts';
import { within } from './within.ts';

/*
 * Conventions of the HTML that is printed:
 * - `<a class="page-ref" href="#ID"></a>` is filled with the page that ID is on; the style sheet gives it a fixed width;
 * - `<section data-recto>` starts on an odd page: a `<div class="blank-page">` is put before it where needed; the style
 *   sheet breaks the page before both;
 * - `data-volatile` marks what does not count as said, such as the date of the print;
 * - `data-continues="TITLE"` marks what says so when it goes on on the next page, in the words of
 *   `<body data-continued-text data-continued-from-text>`;
 * - header, footer and "page n of m" are margin boxes of the style sheet; see `counterStyles` for what they may say.
 */

/** Milliseconds for one pass: two minutes, and a second for every 10 kB, about what a page of tables takes. */
const passWithin = (html: string): number => 120_000 + html.length / 10;

/** A print agrees with the layout when every destination is where it was expected; not all of them may be printed. */
function agrees(layout: PageLayout, { pageOf, count }: PdfPages, expected: number, only: readonly number[]): boolean {
  const whole = only.length === 0;
  if (count !== expected || (whole && pageOf.size !== layout.pageOf.size)) return false;
  return [...pageOf].every(([id, page]) => layout.pageOf.get(id) === (whole ? page : only[page - 1]));
}

/** Pages that are asked for, in order; a page that does not exist is no page to leave out quietly. */
function wanted(only: readonly number[] | undefined, pages: number): readonly number[] {
  if (only === undefined) return [];
  const numbers = [...new Set(only)].sort((a, b) => a - b);
  const wrong = numbers.find((number) => !Number.isInteger(number) || number < 1 || number > pages);
  if (numbers.length > 0 && wrong === undefined) return numbers;
  throw new UserError(
    wrong === undefined ? 'no page was named to print' : `there is no page ${wrong}: the paper has pages 1 to ${pages}`,
    exitCode.usage,
    'name pages of the whole paper',
  );
}

type Told = Omit<PrintedPdf, 'bytes'>;

async function layoutIn(page: Page, job: PrintJob): Promise<Told> {
  const { value } = await layouts(page, job).next();
  return (value as LaidOut).told;
}

async function printIn(page: Page, job: PrintJob): Promise<PrintedPdf> {
  for await (const { layout, told } of layouts(page, job)) {
    const only = wanted(job.only, told.pages);
    const bytes = await renderPages(page, true, only);
    if (!agrees(layout, readPages(bytes), only.length || told.pages, only)) continue;
    const finished = finishPdf(bytes, job);
    return { ...told, bytes: job.password === undefined ? finished : encryptPdf(finished, job.password) };
  }
  // The layouts end with an error when there are too many.
  throw new Error('no layout');
}

/** Does something with a page of a browser that is watched: it may end, crash or take too long. */
async function workWith<T extends Told>(
  { browser, ended, notes }: RunningBrowser,
  job: PrintJob,
  work: (page: Page, job: PrintJob) => Promise<T>,
): Promise<T> {
  const page = await within(10_000, Promise.race([browser.newPage(), ended]), 'opening a page');
  const crashed = new Promise<never>((_, fail) => {
    page.once('error', (error) => fail(error));
  });
  const limit = passWithin(job.html) * mostPasses;
  const done = await within(limit, Promise.race([work(page, job), crashed, ended]), 'printing');
  return { ...done, notes: [...notes, ...done.notes] };
}

/** Prints with one browser; it is started for a job and gone after it, whatever happens. */
export function pdfPrinter(found: FoundBrowser, env: Readonly<Record<string, string | undefined>>): PdfPrinter {
  const run = async <T extends Told>(job: PrintJob, work: (page: Page, job: PrintJob) => Promise<T>): Promise<T> => {
    const running = await startBrowser(found, env);
    try {
      return await workWith(running, job, work);
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
  };
  return { print: (job) => run(job, printIn), layout: (job) => run(job, layoutIn) };
}
