import type { Page } from 'puppeteer-core';

/** Waits for the fonts of the document. */
export const fontsReady = 'document.fonts.ready.then(() => undefined)';

/** Opens a document that can reach nothing and run nothing, as it will be printed. */
export async function openDocument(page: Page, html: string): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const allowed = request.url().startsWith('data:');
    void (allowed ? request.continue() : request.abort('aborted')).catch(() => undefined);
  });
  await page.emulateMediaType('print');
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  await page.evaluate(fontsReady);
}

/** The answer of a script that answers JSON. */
export const ask = async <T>(page: Page, script: string): Promise<T> =>
  JSON.parse((await page.evaluate(script)) as string) as T;
