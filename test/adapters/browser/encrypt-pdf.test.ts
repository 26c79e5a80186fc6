import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encryptPdf } from '../../../src/adapters/browser/encrypt-pdf.ts';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import type { PrintedPdf } from '../../../src/ports.ts';
import { folderForTest, hasTool, tool } from '../support/tools.ts';
import { browserForTest, documentWith, printForTest } from './support.ts';

const found = await browserForTest();
const tools = ['pdftotext', 'pdfinfo', 'qpdf'].every((name) => hasTool(name));

const html = documentWith(
  `<h1>Contents (1) \\ ü</h1><p><a class="page-ref" href="#far"></a></p>
   <section id="far" class="chapter" data-recto><h1>Far</h1><p>SECRET-CANARY Ωμέγα</p></section>`,
);

describe.skipIf(!found || !tools)('a PDF with a password', () => {
  const browser = found as FoundBrowser;
  const password = 'für Notfälle (1)';
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  let open: PrintedPdf;
  let closed: PrintedPdf;
  let path: string;
  let plain: string;
  const title = 'Plan \\ (ü';
  beforeAll(async () => {
    folder = await folderForTest();
    open = await printForTest(browser, { html, title });
    closed = await printForTest(browser, { html, title, password });
    path = join(folder.path, 'closed.pdf');
    plain = join(folder.path, 'open.pdf');
    await writeFile(path, closed.bytes);
    await writeFile(plain, open.bytes);
  });
  afterAll(() => folder?.remove());

  test('opens with it, says the same, and is sound', () => {
    expect(tool('pdftotext', '-layout', '-upw', password, path, '-')).toBe(tool('pdftotext', '-layout', plain, '-'));
    expect(tool('qpdf', '--check', `--password=${password}`, path)).toMatch(/No syntax or stream encoding errors/);
    const shown = tool('qpdf', '--show-encryption', `--password=${password}`, path);
    expect(shown).toMatch(/R = 6/);
    for (const what of ['stream', 'string', 'file'])
      expect(shown).toMatch(new RegExp(`${what} encryption method: AESv3`));
    expect(shown).not.toContain('not allowed');
  });

  test('keeps title, author, language, tags, outline and destinations', () => {
    const info = tool('pdfinfo', '-upw', password, path);
    expect(info).toContain(`Plan \\ (ü`);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Encrypted: +yes .*AES-256/m);
    const json = (file: string, ...options: readonly string[]): Record<string, unknown> =>
      JSON.parse(tool('qpdf', '--json', ...options, file)) as Record<string, unknown>;
    const [a, b] = [json(plain), json(path, `--password=${password}`)];
    expect(b['outlines']).toEqual(a['outlines']);
    expect(b['pages']).toEqual(a['pages']);
    expect(tool('pdfinfo', '-dests', '-upw', password, path)).toBe(tool('pdfinfo', '-dests', plain));
    expect(tool('pdfinfo', '-struct-text', '-upw', password, path)).toBe(tool('pdfinfo', '-struct-text', plain));
  });

  test('does not open without it or with another one', () => {
    const refused = /Incorrect password|invalid password/;
    for (const wrong of [[], ['-upw', ''], ['-upw', `${password} `], ['-upw', 'for Notfälle (1)']])
      expect(() => tool('pdftotext', ...wrong, path, '-')).toThrow(refused);
  });

  test('holds no text, title or id as it was', () => {
    const text = Buffer.from(closed.bytes).toString('latin1');
    for (const leak of ['FEFF0050006C', 'drplan', 'CANARY', '(de)']) expect(text).not.toContain(leak);
    expect(Buffer.from(open.bytes).toString('latin1')).toContain('FEFF0050006C');
  });

  test('is encrypted with other keys each time', () => {
    const [one, two] = [encryptPdf(open.bytes, 'a'), encryptPdf(open.bytes, 'a')];
    expect(Buffer.compare(one, two)).not.toBe(0);
  });

  test.each([
    ['one letter', 'a'],
    ['compatible forms', 'ﬁ\u00a0x²'],
    ['200 characters', 'pass'.repeat(50)],
  ])('takes any password: %s', async (_, any) => {
    const file = join(folder.path, 'any.pdf');
    await writeFile(file, encryptPdf(open.bytes, any));
    // Compatible forms are the same, and 127 bytes count.
    const prepared = Buffer.from(any.normalize('NFKC').replace(/\u00a0/g, ' ')).subarray(0, 127);
    expect(tool('qpdf', '--check', '--password-mode=bytes', `--password=${prepared}`, file)).toContain('R = 6');
  });

  test('has pages alone as well', async () => {
    const some = await printForTest(browser, { html, password, only: [3] });
    const file = join(folder.path, 'some.pdf');
    await writeFile(file, some.bytes);
    expect(tool('pdftotext', '-upw', password, file, '-')).toContain('SECRET-CANARY');
    expect(tool('qpdf', '--check', `--password=${password}`, file)).toMatch(/No syntax or stream encoding errors/);
  });
});

test('a file of another make is refused, not written half encrypted', () => {
  expect(() => encryptPdf(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'), 'a')).toThrow(/trailer/);
});
