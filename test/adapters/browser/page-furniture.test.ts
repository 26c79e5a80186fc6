import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counterStyles } from '../../../src/adapters/browser/counter-styles.ts';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import { exitCode } from '../../../src/errors.ts';
import type { PrintedPdf } from '../../../src/ports.ts';
import { folderForTest, hasTool, tool } from '../support/tools.ts';
import { browserForTest, documentWith, fingerprint, layoutForTest, printForTest } from './support.ts';

const found = await browserForTest();
const tools = ['pdftotext', 'pdfinfo', 'qpdf'].every((name) => hasTool(name));

const nothing = ['page-fingerprint', 'page-continued', 'page-continued-from']
  .map((name) => `@counter-style ${name} { system: cyclic; symbols: ""; suffix: "" }`)
  .join('\n');
const head = `<style>${nothing}
  @page { @top-left { content: '{' counter(page, page-fingerprint) '}'; width: 20% } @top-right { content: '{' counter(page, page-continued-from) '}'; width: 80% }
    @bottom-left { content: '{' counter(page, page-continued) '}'; width: 60% } }
  thead { display: table-header-group } tr { break-inside: avoid } td { height: 40px }</style>`;
const continued = 'goes "on" \\ →';
const from = 'continued:';
const rows = (name: string, n: number): string =>
  Array.from({ length: n }, (_, i) => `<tr><td>${name} row ${i}</td></tr>`).join('');
const table = (title: string, n: number): string =>
  `<table data-continues="${title.replace(/"/g, '&quot;')}"><thead><tr><th>HEAD-${title.length}</th></tr></thead><tbody>${rows(title.slice(0, 3), n)}</tbody></table>`;
const tricky = 'Ab"c\\ 1a <i> ü →';
const html = documentWith(
  `<section id="one"><h1>One</h1>${table(tricky, 40)}<p>after</p></section>
   <section id="two" class="chapter" data-recto><h1>Two</h1><p>see <a class="page-ref" href="#far"></a>, <a class="page-ref" href="#one"></a></p>
     <article data-continues="outer">${table('', 3)}${table('inner', 30)}<p>end of outer</p></article></section>
   <section id="three" class="chapter" data-recto><h1>Three</h1><p>last <a class="page-ref" href="#two"></a></p></section>`,
  head,
).replace(
  '<body>',
  `<body data-continued-text="${continued.replace(/"/g, '&quot;')}" data-continued-from-text="${from}">`,
);

describe.skipIf(!found || !tools)('header and footer', () => {
  const browser = found as FoundBrowser;
  const elsewhere = new Map([['far', '2/41']]);
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  let printed: PrintedPdf;
  let pages: readonly string[];
  const textsOf = async (bytes: Uint8Array, ...options: readonly string[]): Promise<readonly string[]> => {
    const path = join(folder.path, 'out.pdf');
    await writeFile(path, bytes);
    return tool('pdftotext', '-layout', ...options, path, '-')
      .split('\f')
      .slice(0, -1)
      .map((text) => text.replace(/\s+/g, ' ').trim());
  };
  beforeAll(async () => {
    folder = await folderForTest();
    printed = await printForTest(browser, { html, fingerprint, elsewhere });
    pages = await textsOf(printed.bytes);
  });
  afterAll(() => folder?.remove());

  test('show the fingerprint of their page, and none on a blank one', () => {
    expect(printed.leaves.map((leaf) => leaf.number)).toEqual(pages.map((_, i) => i + 1));
    const { leaves } = printed;
    expect(leaves.some((leaf) => leaf.blank)).toBe(true);
    for (const [i, leaf] of leaves.entries()) {
      expect(pages[i], `page ${i + 1}`).toContain(`{${leaf.fingerprint}}`);
      expect(leaf.fingerprint).toMatch(leaf.blank ? /^$/ : /^[0-9a-f]{8}$/);
      expect(leaf.blank).toBe(pages[i]?.includes('This page is intentionally left blank'));
    }
    const said = leaves.filter((leaf) => !leaf.blank);
    expect(new Set(said.map((leaf) => leaf.fingerprint)).size).toBe(said.length);
  });

  test('tell the section of every page', () => {
    const sections = printed.leaves.map((leaf) => leaf.section);
    for (const [id, title] of [
      ['one', 'One'],
      ['two', 'Two'],
      ['three', 'Three'],
    ] as const) {
      expect(sections.indexOf(id)).toBe(pages.findIndex((page) => new RegExp(`\\b${title}\\b`).test(page)));
    }
    expect(new Set(sections)).toEqual(new Set(['one', 'two', 'three', '']));
    for (const leaf of printed.leaves) expect(leaf.section === '').toBe(leaf.blank);
  });

  test('say what goes on and what a page begins in the middle of, in any characters', () => {
    const inOne = printed.leaves.filter((leaf) => leaf.section === 'one').map((leaf) => leaf.number);
    const inTwo = printed.leaves.filter((leaf) => leaf.section === 'two').map((leaf) => leaf.number);
    // A browser may have no font with the arrow.
    const named = printed.missingGlyphs.includes('U+2192');
    const shown = (text: string): string => (named ? text.replace('→', '[U+2192]') : text);
    expect(inOne.length).toBeGreaterThan(2);
    expect(inTwo.length).toBeGreaterThan(2);
    for (const [numbers, title] of [
      [inOne, tricky],
      [inTwo, 'inner'],
    ] as const) {
      for (const number of numbers) {
        const page = pages[number - 1] as string;
        expect(page.includes(`{${shown(continued)}}`), `page ${number} goes on`).toBe(number !== numbers.at(-1));
        expect(page.includes(`{${from} ${shown(title)}}`), `page ${number} goes on from`).toBe(number !== numbers[0]);
      }
    }
    for (const leaf of printed.leaves.filter((l) => l.section === 'three' || l.blank))
      expect(pages[leaf.number - 1]).not.toContain('continued');
  });

  test('change no layout: without styles of pages the text stands on the same pages', async () => {
    const plain = html.replace(/counter\(page, page-[a-z-]+\)/g, '""');
    const other = await printForTest(browser, { html: plain, elsewhere });
    expect([...other.pageOf]).toEqual([...printed.pageOf]);
    expect(other.pages).toBe(printed.pages);
    expect(other.leaves.every((leaf) => leaf.fingerprint === '')).toBe(true);
  });

  test('leave out what is marked as volatile', async () => {
    const volatile = (date: string): string =>
      html.replace('<p>last', `<p data-volatile>printed on ${date}</p><p>last`);
    const [one, two] = [
      await layoutForTest(browser, { html: volatile('A'), fingerprint }),
      await layoutForTest(browser, { html: volatile('B'), fingerprint }),
    ];
    expect(one.leaves).toEqual(two.leaves);
    const said = await layoutForTest(browser, { html: volatile('B').replace(' data-volatile', ''), fingerprint });
    expect(said.leaves).not.toEqual(two.leaves);
  });

  test('a layout tells what a print tells', async () => {
    const { bytes, ...told } = printed;
    expect(bytes.length).toBeGreaterThan(1000);
    expect(await layoutForTest(browser, { html, fingerprint, elsewhere })).toEqual(told);
  });

  test('a reference to another volume says where, leads nowhere and is not missing', () => {
    expect(pages.join()).toMatch(/see 2\/41 *, 1/);
    expect(printed.notes.filter((note) => note.includes('lead nowhere'))).toEqual([]);
  });

  test('some pages alone are what they are in the whole', async () => {
    const only = [pages.length, 2, 3];
    const some = await printForTest(browser, { html, fingerprint, elsewhere, only });
    const texts = await textsOf(some.bytes);
    expect(texts).toEqual([2, 3, pages.length].map((number) => pages[number - 1]));
    expect(texts[0]).toContain(`page 2 of ${pages.length}`);
    expect(some.leaves).toEqual(printed.leaves);
    expect(some.pages).toBe(printed.pages);
    expect([...some.pageOf]).toEqual([...printed.pageOf]);
    expect(tool('qpdf', '--check', join(folder.path, 'out.pdf'))).toContain('No syntax or stream encoding errors');
  });

  test.each([
    [[0], /there is no page 0: the paper has pages 1 to \d+/],
    [[1, 999], /there is no page 999/],
    [[1.5], /there is no page 1.5/],
    [[], /no page was named/],
  ])('pages that do not exist are refused: %j', async (only, message) => {
    const failing = printForTest(browser, { html, only });
    await expect(failing).rejects.toMatchObject({
      name: 'UserError',
      code: exitCode.usage,
      message: expect.stringMatching(message),
    });
  });

  test('what is wider than the page is told by its id; long words are not', async () => {
    const wide = documentWith(
      `<p>${'x'.repeat(400)}</p><div id="board"><p style="width:200mm">wide</p></div>`,
      '<style>p{overflow-wrap:anywhere}</style>',
    );
    expect((await layoutForTest(browser, { html: wide })).notes).toContain('wider than the page: board');
    expect((await layoutForTest(browser, { html: wide.replace('200mm', '100mm') })).notes.join()).not.toContain(
      'wider',
    );
  });
});

describe('page styles', () => {
  test('are CSS that no text of a plan can leave', () => {
    const text = '"}\\ </style> \n ä 😀';
    const leaf = { number: 1, section: 's', blank: false, fingerprint: 'ab12', continued: text, continuedFrom: '' };
    const css = counterStyles([leaf]);
    expect(css).toContain('@counter-style page-fingerprint{system:fixed;symbols:"ab12"');
    expect(css).not.toMatch(/<|ä|😀|\\"/);
    expect(css).toContain('symbols:"\\22 \\7d \\5c  \\3c /style\\3e  \\a  \\e4  \\1f600 "');
  });
});
