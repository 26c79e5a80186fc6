import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readExample } from '../support/example.ts';
import { drplan, exec } from '../support/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-paper-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const text = async (pdf: string, ...options: string[]) =>
  (await exec('pdftotext', ['-layout', ...options, pdf, '-'])).out;
const squeezed = (t: string): string => t.replace(/\s+/g, '');

describe.each(['small-office', 'two-sites'])('the binder of %s', (example) => {
  const pdf = join(dir, `${example}.pdf`);
  const plan = `examples/${example}`;
  it('is printed, twice the same', async () => {
    const first = await drplan(['--plan', plan, 'print', '--out', pdf]);
    expect([first.code, first.out]).toEqual([0, `${pdf}\n`]);
    const again = join(dir, `${example}-again.pdf`);
    await drplan(['--plan', plan, 'print', '--out', again]);
    expect(readFileSync(pdf).equals(readFileSync(again))).toBe(true);
  });
  it('is a sound PDF with title, author, outline and tags, on A4, with fonts of its own', async () => {
    const { out } = await exec('pdfinfo', [pdf]);
    expect(out).toMatch(/Title: {2,}.+/);
    expect(out).toMatch(/Author: {2,}.+/);
    expect(out).toMatch(/Tagged: +yes/);
    expect(out).toMatch(/Page size: +59[45]\.\d+ x 84\d\.\d+ pts \(A4\)/);
    expect(out).toMatch(/CreationDate: +Mon Nov 23 00:00:00 2026/);
    expect((await exec('qpdf', ['--check', pdf])).code).toBe(0);
    const fonts = (await exec('pdffonts', [pdf])).out.split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts) expect(line).toMatch(/\s(yes)\s+(yes)\s+(yes)\s+\d+\s+\d+$/);
    expect(fonts.join()).toContain('AtkinsonHyperlegibleNext');
  });
  it('says page n of m on every page, with the right m', async () => {
    const pages = Number(/Pages: +(\d+)/.exec((await exec('pdfinfo', [pdf])).out)?.[1]);
    const all = (await text(pdf)).split('\f').slice(0, pages);
    expect(all).toHaveLength(pages);
    for (const [i, page] of all.entries()) {
      expect(page, `page ${i + 1}`).toContain(`page ${i + 1} of ${pages}`);
    }
  });
  it('has true page numbers in its table of contents and index, chapters on odd pages', async () => {
    const pages = (await text(pdf)).split('\f');
    // The table of contents may take several pages: up to the first section.
    const first = pages.findIndex(
      (p, i) => i > 1 && p.includes('Emergency card: the first') && !/\.{3}|Contents/.test(p),
    );
    const entries = [
      ...pages
        .slice(1, first)
        .join('\n')
        .matchAll(/^ *(?:\d+ {2,})?(\S.*?) {2,}(\d+)$/gm),
    ].map((m) => [m[1], Number(m[2])] as const);
    expect(entries.length).toBeGreaterThan(7);
    for (const [title = '', page] of entries) expect(squeezed(pages[page - 1] ?? ''), title).toContain(squeezed(title));
    for (const name of ['Control of this binder', 'Alarm and call list', 'Index']) {
      expect(entries.find(([title]) => title === name)?.[1], name).toSatisfy((n: number) => n % 2 === 1);
    }
    const { out } = await drplan(['--plan', plan, 'protection-needs', '--format', 'json']);
    const ids = (JSON.parse(out) as { elements: { id: string }[] }).elements.map((e) => e.id);
    const from = entries.find(([title]) => title === 'Index')?.[1] ?? 0;
    const index = pages.slice(from - 1).join('\n');
    let found = 0;
    for (const id of ids) {
      // Columns stand apart by two blanks or more; names hold single ones.
      const row = new RegExp(`(?:^|\\s)${id.replace(/\./g, '\\.')}(?: \\S+)*\\s{2,}(\\d+)(?=\\s|$)`, 'm').exec(index);
      if (!row) continue;
      found++;
      const page = Number(row[1]);
      expect(squeezed(pages[page - 1] ?? ''), `${id} on page ${page}`).toContain(id);
    }
    // Names that wrap within a column cannot be told apart in plain text; nearly all can.
    expect(found).toBeGreaterThan(ids.length * 0.8);
  });
  it('holds every id, telephone number and step of the plan', async () => {
    const paper = squeezed(await text(pdf));
    const people = readFileSync(`${plan}/people.yaml`, 'utf8');
    const numbers = [...people.matchAll(/(?:number|phone): "([^"]+)"/g)].map((m) => m[1] ?? '');
    expect(numbers.length).toBeGreaterThan(10);
    for (const number of numbers) expect(paper, number).toContain(squeezed(number));
    const order = JSON.parse((await drplan(['--plan', plan, 'recovery-order', '--format', 'json'])).out) as {
      steps: { element: string }[];
    };
    for (const { element } of order.steps) expect(paper, element).toContain(element);
    // Procedures may stand in any file of the plan.
    expect(paper.match(/ENDOFPROCEDURE/g)?.length).toBe(readExample(example).model.of('procedure').length);
  });
  it('shows no placeholder, no address to load and no machine path', async () => {
    const html = join(dir, `${example}.html`);
    await drplan(['--plan', plan, 'print', '--format', 'html', '--out', html]);
    const source = readFileSync(html, 'utf8');
    for (const bad of ['undefined', '[object Object]', 'NaN', '{{', '0000</']) expect(source).not.toContain(bad);
    expect(source.replace(/url\(data:[^)]*\)/g, '')).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/);
    const paper = await text(pdf);
    for (const bad of ['undefined', '[object Object]', 'NaN', process.cwd()]) expect(paper).not.toContain(bad);
  });
});

describe('paper in the worst case', () => {
  it('keeps a word of 400 letters, hostile text and a letter format within the page', async () => {
    const { writeFileSync, mkdirSync } = await import('node:fs');
    const plan = join(dir, 'hostile');
    mkdirSync(plan);
    const long = 'x'.repeat(400);
    writeFileSync(
      join(plan, 'drplan.yaml'),
      `drplan: 1\nplan: {name: "</style><script>alert(1)</script>", classification: "a\\"}b"}\nservers:\n  a: {name: ${long}, purpose: "<img src=http://127.0.0.1:9/x>", dependsOn: [b]}\n  b: {}\n`,
    );
    const pdf = join(dir, 'hostile.pdf');
    expect((await drplan(['--plan', plan, 'print', '--paper', 'letter', '--out', pdf])).code).toBe(0);
    expect((await exec('pdfinfo', [pdf])).out).toMatch(/\(letter\)/);
    const paper = squeezed(await text(pdf));
    expect(paper).toContain(long);
    expect(paper).toContain('<script>alert(1)</script>');
    const boxes = (await exec('pdftotext', ['-bbox', pdf, '-'])).out;
    const edges = [...boxes.matchAll(/xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.]+)"/g)];
    expect(edges.length).toBeGreaterThan(50);
    for (const [, left, right] of edges) {
      // The tabs at the edge come nearest to it; printers keep some 12 points white.
      expect(Number(left)).toBeGreaterThan(14);
      expect(Number(right)).toBeLessThan(612 - 14);
    }
  });
  it('falls back to HTML with code 4 when the browser does not start, and leaves nothing behind', async () => {
    const out = join(dir, 'fallback.pdf');
    const ran = await drplan(['--plan', 'examples/small-office', 'print', '--browser', '/bin/false', '--out', out]);
    expect(ran.code).toBe(4);
    expect(ran.err).toContain('/bin/false');
    expect(readFileSync(join(dir, 'fallback.html'), 'utf8')).toContain('Emergency card');
  });
});
