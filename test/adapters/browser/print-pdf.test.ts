import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import { exitCode } from '../../../src/errors.ts';
import type { PrintedPdf } from '../../../src/ports.ts';
import { bundleProgram } from '../support/bundle.ts';
import { folderForTest, hasTool, processesWith, runProgram, tool } from '../support/tools.ts';
import { browserForTest, documentWith, printForTest } from './support.ts';

const found = await browserForTest();
const tools = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'].every((name) => hasTool(name));

/** A book of chapters of different lengths, with a table of contents and references in the text. */
function book(chapters: number): string {
  const numbers = Array.from({ length: chapters }, (_, i) => i + 1);
  const toc = numbers.map((n) => `<p>toc${n}: <a class="page-ref" href="#chapter-${n}.x"></a></p>`).join('');
  const body = numbers.map((n) => {
    const rows = Array.from({ length: (n * 17) % 61 }, (_, i) => `<tr><td>row ${i}</td><td>of ${n}</td></tr>`).join('');
    const next = (n % chapters) + 1;
    return `<section id="chapter-${n}.x" class="chapter" data-recto><h1>START${n}END</h1>
      <p>see${n}: <a class="page-ref" href="#end-${next}"></a></p><table>${rows}</table><p id="end-${n}">FINISH${n}END</p></section>`;
  });
  return documentWith(`<h1>Contents</h1>${toc}${body.join('')}`);
}

describe.skipIf(!found || !tools)('a printed binder', () => {
  const browser = found as FoundBrowser;
  const chapters = 23;
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  let printed: PrintedPdf;
  let path: string;
  let pages: readonly string[];
  beforeAll(async () => {
    folder = await folderForTest();
    const html = book(chapters).replace('<html lang="de">', '<html>');
    printed = await printForTest(browser, { html, title: 'Notfallplan: München (1)', author: 'Älteste \\ Gruppe' });
    path = join(folder.path, 'out.pdf');
    await writeFile(path, printed.bytes);
    pages = tool('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
  });
  afterAll(() => folder?.remove());
  const pageWith = (text: string): number => pages.findIndex((page) => page.includes(text)) + 1;
  const numberAfter = (text: string): number => Number(new RegExp(`${text}: +(\\d+)`).exec(pages.join('\n'))?.[1]);

  test('every page reference is the page on which the text stands', () => {
    expect(printed.pages).toBe(pages.length);
    for (let n = 1; n <= chapters; n++) {
      expect(numberAfter(`toc${n}`), `chapter ${n}`).toBe(pageWith(`START${n}END`));
      expect(numberAfter(`see${n}`)).toBe(pageWith(`FINISH${(n % chapters) + 1}END`));
      expect(printed.pageOf.get(`chapter-${n}.x`)).toBe(pageWith(`START${n}END`));
    }
  });

  test('chapters start on odd pages; blank pages say so, stand only where needed, and are counted', () => {
    const blank = pages.flatMap((page, i) => (page.includes('This page is intentionally left blank') ? [i + 1] : []));
    expect(blank.length).toBeGreaterThan(2);
    const starts = Array.from({ length: chapters }, (_, i) => pageWith(`START${i + 1}END`));
    for (const start of starts) expect(start % 2).toBe(1);
    for (const page of blank) expect(starts).toContain(page + 1);
    for (const page of blank) expect(page % 2).toBe(0);
    pages.forEach((page, i) => void expect(page).toContain(`page ${i + 1} of ${pages.length}`));
  });

  test('has title, author, language, tags, outline, and is sound', () => {
    const info = tool('pdfinfo', path);
    expect(info).toMatch(/^Title: +Notfallplan: München \(1\)$/m);
    expect(info).toMatch(/^Author: +Älteste \\ Gruppe$/m);
    expect(info).toMatch(/^Producer: +drplan, Chromium$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(tool('pdfinfo', '-isodates', path)).toMatch(/^CreationDate: +2026-11-23T00:00:00/m);
    const catalog = tool('qpdf', '--json', path);
    expect(catalog).toContain('"/Lang": "u:de"');
    expect(catalog).toMatch(/"outlines": \[\s*\{/);
    for (let n = 1; n <= chapters; n++) expect(catalog).toContain(`"title": "START${n}END"`);
    expect(tool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
    const fonts = tool('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes (yes|no ) (yes|no ) +\d+ +0$/);
  });

  test('is the same, byte for byte, from another process at another time', async () => {
    await writeFile(join(folder.path, 'book.html'), book(chapters).replace('<html lang="de">', '<html>'));
    const { file, remove } = await bundleProgram(
      `import { readFileSync, writeFileSync } from 'node:fs';
       import { nodePorts } from './adapters/node-ports.ts';
       const [html, out] = process.argv.slice(2);
       const printer = await nodePorts({ noColor: true }).pdf({});
       const job = { html: readFileSync(html, 'utf8'), title: 'Notfallplan: München (1)', author: 'Älteste \\\\ Gruppe', language: 'de', date: new Date('2026-11-23') };
       writeFileSync(out, (await printer.print(job)).bytes);`,
    );
    const again = join(folder.path, 'again.pdf');
    const ended = await runProgram(process.execPath, [file, join(folder.path, 'book.html'), again]);
    await remove();
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(Buffer.compare(await readFile(again), printed.bytes)).toBe(0);
  });

  test('a chapter that nothing refers to starts on an odd page too, with or without an id', async () => {
    const html = documentWith(
      `<h1>First</h1><section class="chapter" data-recto>ALPHA</section><section id="b" class="chapter" data-recto>BETA</section>`,
    );
    const { bytes } = await printForTest(browser, { html });
    await writeFile(join(folder.path, 'two.pdf'), bytes);
    const texts = tool('pdftotext', join(folder.path, 'two.pdf'), '-').split('\f');
    expect(texts.findIndex((text) => text.includes('ALPHA')) + 1).toBe(3);
    expect(texts.findIndex((text) => text.includes('BETA')) + 1).toBe(5);
  });

  test('numbers that move the text they stand in are put right by another pass', async () => {
    // No fixed width: "0000" takes two lines and "1" one, so the target is on page 2 in the first pass and on 1 later.
    const filler = '<p style="height:20px;margin:0">x</p>'.repeat(18);
    const narrow = 'style="display:block;font:16px/20px sans-serif;width:20px;overflow-wrap:anywhere"';
    const refs = Array.from({ length: 12 }, () => `<a class="page-ref" ${narrow} href="#t"></a>`).join('');
    const html = documentWith(`<style>.page-ref{width:auto}</style>${refs}${filler}<p id="t">TARGET</p>`);
    const { bytes, pageOf } = await printForTest(browser, { html });
    await writeFile(join(folder.path, 'moved.pdf'), bytes);
    const texts = tool('pdftotext', join(folder.path, 'moved.pdf'), '-').split('\f');
    expect(pageOf.get('t')).toBe(1);
    expect(pageOf.get('t')).toBe(texts.findIndex((text) => text.includes('TARGET')) + 1);
    expect(texts[0]).not.toContain('0000');
  });

  test('a reference to nothing is a dash and is told', async () => {
    const html = documentWith(
      `<a class="page-ref" href="#nowhere"></a><a class="page-ref" href="#t"></a><p id="t">T</p>`,
    );
    const { notes } = await printForTest(browser, { html });
    expect(notes).toContain('page references that lead nowhere: nowhere');
  });
});

describe.skipIf(!found || !tools)('a hostile document', () => {
  const browser = found as FoundBrowser;

  test('reaches no network and no file, and runs no script', async () => {
    const folder = await folderForTest();
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end('body { content: "x" }');
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const at = (name: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
    const secret = join(folder.path, 'secret.html');
    await writeFile(secret, '<p>CANARY</p>');
    const file = pathToFileURL(secret).href;
    const head = `<link rel="stylesheet" href="${at('link')}"><link rel="prefetch" href="${at('prefetch')}">
      <link rel="preconnect" href="${at('')}"><link rel="dns-prefetch" href="${at('')}"><script src="${at('script')}"></script>
      <style>@import '${at('import')}'; @font-face { font-family: f; src: url(${at('font')}) } body { background: url(${at('css')}); font-family: f }
      .f { background: url(${file}) }</style>`;
    const body = `<p>KEPT</p><p id="x">script did not run</p><script>document.getElementById('x').textContent = 'RAN'</script>
      <img src="${at('img')}" onerror="document.body.innerHTML='RAN'"><img src="${file}"><p class="f">f</p>
      <iframe src="${at('iframe')}"></iframe><iframe src="${file}"></iframe><iframe srcdoc="<script>fetch('${at('srcdoc')}')</script>"></iframe>
      <object data="${file}"></object><embed src="${file}"><video src="${at('video')}" poster="${at('poster')}" autoplay></video>
      <svg><image href="${at('svg')}"/><use href="${at('use')}#a"/></svg><form action="${at('form')}"><button autofocus>b</button></form>`;
    const refresh = `<meta http-equiv="refresh" content="0;url=${at('refresh')}">`;
    try {
      for (const html of [documentWith(body, head), documentWith(body, `${refresh}${head}`)]) {
        const { bytes } = await printForTest(browser, { html });
        await writeFile(join(folder.path, 'out.pdf'), bytes);
        const text = tool('pdftotext', join(folder.path, 'out.pdf'), '-');
        expect(text).toContain('KEPT');
        expect(text).toContain('script did not run');
        expect(text).not.toContain('RAN');
        expect(text).not.toContain('CANARY');
      }
      expect(hits).toEqual([]);
    } finally {
      server.close();
      await folder.remove();
    }
  });

  test('ends the browser in the middle: a plain error, nothing left', async () => {
    // Ours only: others may print on this machine at the same time.
    const ours = (): readonly string[] => processesWith(`drplan-browser-${process.pid}-`);
    const rows = '<tr><td>row</td><td>text</td></tr>'.repeat(60_000);
    const printing = printForTest(browser, { html: documentWith(`<table>${rows}</table>`) });
    printing.catch(() => undefined);
    await expect.poll(() => ours().length, { timeout: 10_000 }).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 1_000));
    for (const pid of ours()) process.kill(Number(pid), 'SIGKILL');
    await expect(printing).rejects.toMatchObject({ name: 'UserError', code: exitCode.browser });
    expect(ours()).toEqual([]);
  });

  test.each([0, 150, 300, 450, 600, 900, 1_300])(
    'ends the browser after %i ms, whatever it is doing: a plain error',
    async (delay) => {
      // Measured, tried for glyphs, measured again and printed: there is no character U+E001.
      const rows = '<tr><td>row</td><td>\ue001</td></tr>'.repeat(3_000);
      const ours = (): readonly string[] => processesWith(`drplan-browser-${process.pid}-`);
      const printing = printForTest(browser, { html: documentWith(`<table>${rows}</table>`), password: 'p' });
      printing.catch(() => undefined);
      await expect.poll(() => ours().length, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
      await new Promise((done) => setTimeout(done, delay));
      for (const pid of ours()) process.kill(Number(pid), 'SIGKILL');
      await expect(printing).rejects.toMatchObject({ name: 'UserError', code: exitCode.browser });
      expect(ours()).toEqual([]);
    },
  );
});
