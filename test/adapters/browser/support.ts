import { createHash } from 'node:crypto';
import { findBrowser } from '../../../src/adapters/browser/find-browser.ts';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import { pdfPrinter } from '../../../src/adapters/browser/print-pdf.ts';
import type { PrintedPdf, PrintJob } from '../../../src/ports.ts';

/** The browser of this machine; none is a failure where tests must not be skipped (`CI=true`). */
export async function browserForTest(): Promise<FoundBrowser | undefined> {
  try {
    return await findBrowser(undefined, process.env);
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return undefined;
  }
}

const css = `@page { size: A5; margin: 15mm; @bottom-right { content: 'page ' counter(page) ' of ' counter(pages) } }
  .chapter, .blank-page { break-before: page } .page-ref { display: inline-block; width: 4em; text-align: right }`;

/** A document as the templates make them. */
export const documentWith = (body: string, head = ''): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>t</title><style>${css}</style>${head}</head><body>${body}</body></html>`;

/** Prints with the browser of this machine. */
export function printForTest(
  found: FoundBrowser,
  job: Partial<PrintJob> & { readonly html: string },
): Promise<PrintedPdf> {
  const date = new Date('2026-11-23T00:00:00Z');
  return pdfPrinter(found, process.env).print({ title: 'Plan', author: 'Team', language: 'de', date, ...job });
}

/** Lays out with the browser of this machine. */
export function layoutForTest(
  found: FoundBrowser,
  job: Partial<PrintJob> & { readonly html: string },
): Promise<Omit<PrintedPdf, 'bytes'>> {
  const date = new Date('2026-11-23T00:00:00Z');
  return pdfPrinter(found, process.env).layout({ title: 'Plan', author: 'Team', language: 'de', date, ...job });
}

/** A short hash, as the program makes them. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
