import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../../src/adapters/browser/finish-pdf.ts';
import { readPages } from '../../../src/adapters/browser/pdf-pages.ts';

/** A PDF as Chromium writes it: a page tree of two levels, destinations, a plain cross-reference table. */
function pdf(date: string): Buffer {
  const objects = [
    `<</Creator (c)\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R\n/Dests 8 0 R>>',
    '<</Type /Pages\n/Count 3\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R>>',
    '<</Type /Pages\n/Parent 3 0 R\n/Count 2\n/Kids [6 0 R 7 0 R]>>',
    '<</Type /Page\n/Parent 5 0 R>>',
    '<</Type /Page\n/Parent 5 0 R>>\nstream\n/Kids [1 0 R]\nendstream',
    '<</a [4 0 R /XYZ 0 0 0]\n/b#2ec#c3#a4 [7 0 R /XYZ 0 0 0]\n/gone [99 0 R /XYZ 0 0 0]>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 9\n0000000000 65535 f \n${table}trailer\n<</Size 9\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text + xref, 'latin1');
}
const info = { date: new Date('2026-11-23T10:20:30Z'), title: 'T ü 😀 )', author: 'A' };

describe('the pages of a PDF', () => {
  test('are those of the tree in order; destinations tell the page of each id', () => {
    const { count, pageOf } = readPages(pdf('20200101000000'));
    expect(count).toBe(3);
    expect([...pageOf]).toEqual([
      ['a', 1],
      ['b.cä', 3],
    ]);
  });

  test('a PDF with compressed objects is refused, not misread', () => {
    const text = pdf('20200101000000').toString('latin1').replace('xref\n0 9', '9 0 obj\n<</Type /XRef>>');
    expect(() => readPages(Buffer.from(text, 'latin1'))).toThrow(/no plain cross-reference table/);
  });
});

describe('finishing a PDF', () => {
  test('the clock of the browser leaves no trace', () => {
    const one = finishPdf(pdf('20200101000000'), info);
    expect(Buffer.compare(one, finishPdf(pdf('20261231235959'), info))).toBe(0);
    expect(Buffer.from(one).toString('latin1')).not.toContain('D:20200101');
  });

  test('title, author and date are told apart by the identifier', () => {
    const idOf = (bytes: Uint8Array): string =>
      /\/ID \[<(\w{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
    const variants = [info, { ...info, title: 'U' }, { ...info, author: 'B' }, { ...info, date: new Date(0) }];
    const ids = variants.map((variant) => idOf(finishPdf(pdf('20200101000000'), variant)));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(variants.length);
  });

  test('what was there stays where it was', () => {
    const before = pdf('20261123102030');
    const after = Buffer.from(finishPdf(before, info));
    expect(after.subarray(0, before.length).toString('latin1')).toBe(before.toString('latin1'));
    const startxref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(after.toString('latin1'))?.[1]);
    expect(after.subarray(startxref, startxref + 4).toString()).toBe('xref');
    const object = Number(/^xref\n1 1\n(\d{10})/.exec(after.subarray(startxref).toString('latin1'))?.[1]);
    expect(after.subarray(object).toString('latin1')).toMatch(/^1 0 obj\n<<\/Title <FEFF00540020/);
  });

  test('a file of another make is refused', () => {
    expect(() => finishPdf(Buffer.from('%PDF-1.7\n%%EOF'), info)).toThrow(/trailer/);
  });
});
