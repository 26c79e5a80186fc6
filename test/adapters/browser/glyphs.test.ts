import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import { clusterName, codePoints } from '../../../src/adapters/browser/missing-glyphs.ts';
import { folderForTest, hasTool, tool } from '../support/tools.ts';
import { browserForTest, documentWith, fingerprint, printForTest } from './support.ts';

const found = await browserForTest();
const tools = ['pdftotext', 'pdffonts'].every((name) => hasTool(name));

/** Codes 0 in the strings of all streams, found without the code under test: two bytes a glyph in Type 0 fonts. */
function glyphs0(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1');
  const wide = new Set(
    [...text.matchAll(/(\d+) 0 obj\s*<<[\s\S]*?>>/g)].filter((m) => m[0].includes('/Subtype /Type0')).map((m) => m[1]),
  );
  let count = 0;
  for (const match of text.matchAll(/\/Length (\d+)[\s\S]{0,80}?stream\r?\n/g)) {
    const from = (match.index as number) + match[0].length;
    const data = Buffer.from(text.slice(from, from + Number(match[1])), 'latin1');
    let content: string;
    try {
      content = inflateSync(data).toString('latin1');
    } catch {
      content = data.toString('latin1');
    }
    if (content.includes('begincmap')) continue;
    let size = 4;
    for (const [, font, hex = ''] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> ?(?=Tj|[-\d<\]])/g)) {
      if (font !== undefined) size = wide.has(font) ? 4 : 2;
      for (let i = 0; i < hex.length; i += size) if (Number.parseInt(hex.slice(i, i + size), 16) === 0) count++;
    }
  }
  return count;
}

/** Code points that stand for all kinds of trouble, by what they are. */
const samples: Readonly<Record<string, string>> = {
  Latin: 'Größe ﬁ Łódź',
  combining: 'e\u0301 x\u0302\u0331 q\u1ab0',
  Greek: 'Ωμέγα',
  Cyrillic: 'Щёлк',
  CJK: '漢字かな',
  Hangul: '한국',
  Hebrew: 'שלום',
  Arabic: 'مرحبا',
  Devanagari: 'नमस्ते',
  emoji: '🔥 ☎ ☎️ ✅',
  family: '👩‍👩‍👧 🏳️‍🌈 👍🏽 1️⃣ 🇩🇪',
  private: '\ue123 \u{f0001}',
  unassigned: '\u{2fe0}\u0378',
  invisible: 'a\u00ad\u200b\u2060\ufeffb',
};

describe.skipIf(!found || !tools)('characters that no font has', () => {
  const browser = found as FoundBrowser;
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  beforeAll(async () => {
    folder = await folderForTest();
  });
  afterAll(() => folder?.remove());

  async function print(body: string, head = '') {
    const printed = await printForTest(browser, { html: documentWith(body, head), fingerprint });
    const path = join(folder.path, 'out.pdf');
    await writeFile(path, printed.bytes);
    return { printed, text: tool('pdftotext', '-layout', path, '-').normalize('NFC') };
  }

  test('are named, and all others shown: no page holds a glyph 0', async () => {
    const body = Object.entries(samples).map(
      ([name, text]) => `<p>${name}: ${text}</p><pre>${text}</pre><b>${text}</b>`,
    );
    const { printed, text } = await print(`<section id="s"><h1>S</h1>${body.join('')}</section>`);
    expect(glyphs0(printed.bytes)).toBe(0);
    const { missingGlyphs } = printed;
    expect([...missingGlyphs].sort()).toEqual([...new Set(missingGlyphs)]);
    for (const name of ['U+E123', 'U+F0001', 'U+0378']) expect(missingGlyphs).toContain(name);
    for (const name of ['U+00F6', 'U+03A9', 'U+0429', 'U+00AD', 'U+200B', 'U+FE0F', 'U+200D'])
      expect(missingGlyphs).not.toContain(name);
    expect(text).toContain('[U+E123] [U+F0001]');
    for (const shown of ['Größe', 'Ωμέγα', 'Щёлк', 'é']) expect(text).toContain(shown);
    for (const sample of Object.values(samples)) {
      for (const { segment } of new Intl.Segmenter().segment(sample.normalize('NFC'))) {
        if (/^[\p{Default_Ignorable_Code_Point}\s]*$/u.test(segment) || /[\u0590-\u08ff\u0900-\u097f]/.test(segment))
          continue;
        const named =
          text.includes(clusterName(segment)) || codePoints(segment).every((c) => missingGlyphs.includes(c));
        expect(
          named || [...segment].some((c) => text.includes(c) || text.includes(c.normalize('NFKC'))),
          clusterName(segment),
        ).toBe(true);
      }
    }
  });

  test('are found in headers, table heads, references, pictures and what goes on', async () => {
    const head = `<style>@page { @top-left { content: 'plan \ue001' } @top-right { content: counter(page, page-continued-from) } }</style>`;
    const rows = '<tr style="height:90px"><td>row</td></tr>'.repeat(12);
    const { printed, text } = await print(
      `<section id="s"><h1>S \ue002</h1><table data-continues="T \ue003"><thead><tr><th>H \ue004</th></tr></thead><tbody>${rows}</tbody></table>
        <svg viewBox="0 0 90 20" width="90"><text y="15">G \ue005</text></svg></section>`,
      head,
    );
    expect(glyphs0(printed.bytes)).toBe(0);
    expect(printed.missingGlyphs).toEqual(['U+E001', 'U+E002', 'U+E003', 'U+E004', 'U+E005']);
    for (const name of printed.missingGlyphs) expect(text).toContain(`[${name}]`);
  });

  test('only what the last print shows is found too', async () => {
    const rows = '<tr style="height:90px"><td>row</td></tr>'.repeat(12);
    const head = '<style>@page { @top-right { content: counter(page, page-continued-from) } }</style>';
    const { printed, text } = await print(
      `<section id="s"><table data-continues="T \ue003"><tbody>${rows}</tbody></table></section>`,
      head,
    );
    expect(glyphs0(printed.bytes)).toBe(0);
    expect(printed.missingGlyphs).toEqual(['U+E003']);
    expect(text).toContain('T [U+E003]');
  });

  test('do not change what a page says: its fingerprint is that of the plan', async () => {
    const texts: string[] = [];
    const remember = (text: string): string => {
      texts.push(text);
      return 'x';
    };
    const long = 'w '.repeat(700);
    const html = documentWith(
      `<section id="s"><h1>\ue001</h1><p>short \ue002 👩‍👩‍👧 q\u1ab0</p><p>${long}\ue003${'x'.repeat(30)}\ue004</p></section>`,
    );
    const { missingGlyphs } = await printForTest(browser, { html, fingerprint: remember });
    expect(missingGlyphs).toContain('U+E002');
    // Long words are taken letter by letter.
    const all = texts.join('\n').replace(/ /g, '');
    for (const kept of ['\ue001', 'short\ue002👩‍👩‍👧q\u1ab0', `\ue003${'x'.repeat(30)}\ue004`])
      expect(all).toContain(kept);
    expect(all).not.toContain('[U+');
  });

  test('in the usual case there are none', async () => {
    const { printed } = await print('<p>Tür – “quoted” · 5 µm² €</p>');
    expect(printed.missingGlyphs).toEqual([]);
    expect(glyphs0(printed.bytes)).toBe(0);
  });

  test('the check of this test sees a glyph 0', async () => {
    const { startBrowser } = await import('../../../src/adapters/browser/start-browser.ts');
    const running = await startBrowser(browser, process.env);
    try {
      const page = await running.browser.newPage();
      await page.setContent('<p>\ue123</p>');
      expect(glyphs0(await page.pdf())).toBeGreaterThan(0);
    } finally {
      await running.stop();
    }
  });
});

test('a cluster is named by the characters that are to be seen', () => {
  expect(clusterName('👩‍👧')).toBe('[U+1F469,U+1F467]');
  expect(codePoints('☎\ufe0f')).toEqual(['U+260E']);
  expect(clusterName('\u0378')).toBe('[U+0378]');
  expect(clusterName('x\u0302\u0331')).toBe('x[U+0302,U+0331]');
});
