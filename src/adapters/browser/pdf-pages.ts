import { inflateSync } from 'node:zlib';

/** Reads what Chromium writes: plain objects, one uncompressed `/Dests` dictionary, a page tree. Not a PDF library. */

/** Objects of a PDF by number, as text up to their stream. */
type Objects = (number: number) => string;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

interface PlainPdf {
  readonly objects: Objects;
  /** Bytes of the stream of an object, unpacked; empty when it has none. */
  readonly streamOf: (number: number) => Buffer;
  readonly root: number;
  readonly count: number;
}

function plainPdf(bytes: Uint8Array): PlainPdf {
  const text = latin1(bytes);
  const xrefAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(xrefAt, xrefAt + 64));
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(xrefAt))?.[1]);
  if (!table || Number.isNaN(root)) throw new Error('the PDF has no plain cross-reference table');
  const first = xrefAt + table[0].length;
  const offsetOf = (number: number): number => Number(text.slice(first + number * 20, first + number * 20 + 10));
  const objects = (number: number): string => {
    const offset = offsetOf(number);
    const object = text.slice(offset, text.indexOf('endobj', offset));
    const stream = object.indexOf('stream');
    return stream === -1 ? object : object.slice(0, stream);
  };
  const streamOf = (number: number): Buffer => {
    const head = objects(number);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    if (Number.isNaN(length)) return Buffer.alloc(0);
    const from = offsetOf(number) + head.length + 'stream\n'.length;
    const packed = bytes.subarray(from, from + length);
    return head.includes('/FlateDecode') ? inflateSync(packed) : Buffer.from(packed);
  };
  return { objects, streamOf, root, count: Number(table[1]) };
}

/** Object numbers of the pages, in order: the page tree walked without recursion. */
function pageObjects(objects: Objects, root: number): readonly number[] {
  const pages: number[] = [];
  const stack = [Number(/\/Pages (\d+) 0 R/.exec(objects(root))?.[1])];
  for (let number = stack.pop(); number !== undefined; number = stack.pop()) {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects(number))?.[1];
    if (kids === undefined) {
      pages.push(number);
      continue;
    }
    const numbers = [...kids.matchAll(/(\d+) 0 R/g)].map((m) => Number(m[1]));
    stack.push(...numbers.reverse());
  }
  return pages;
}

/** `#2e` in a PDF name is a full stop: ids come back as they were. */
const nameOf = (written: string): string =>
  Buffer.from(
    written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Where a link is drawn: the page, from 1, and how far below its upper edge, in points. */
export interface Drawn {
  readonly page: number;
  readonly top: number;
}

export interface PdfPages {
  readonly count: number;
  /** The page, from 1, of each id that some link points to. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** Where each link to an address `mark:N` is drawn, in order of pages, by N. */
  readonly marks: ReadonlyMap<number, readonly Drawn[]>;
}

/** Places of the marks: links that are drawn are annotations of their page. */
function marksOf(objects: Objects, pages: readonly number[]): ReadonlyMap<number, readonly Drawn[]> {
  const marks = new Map<number, Drawn[]>();
  pages.forEach((object, i) => {
    const text = objects(object);
    const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
    const height = Number(/\/MediaBox\s*\[\S+ \S+ \S+ ([\d.]+)/.exec(text)?.[1]);
    for (const [, number] of annotations.matchAll(/(\d+) 0 R/g)) {
      const annotation = objects(Number(number));
      const mark = Number(/\/URI \(mark:(\d+)\)/.exec(annotation)?.[1]);
      if (Number.isNaN(mark)) continue;
      const top = height - Number(/\/Rect \[\S+ \S+ \S+ ([\d.-]+)/.exec(annotation)?.[1]);
      const known = marks.get(mark) ?? [];
      known.push({ page: i + 1, top });
      marks.set(mark, known);
    }
  });
  return marks;
}

/** On which page each linked id is, read from the PDF itself. */
export function readPages(bytes: Uint8Array): PdfPages {
  const { objects, root } = plainPdf(bytes);
  const pages = pageObjects(objects, root);
  const numberOf = new Map(pages.map((object, i) => [object, i + 1]));
  const pageOf = new Map<string, number>();
  const dests = /\/Dests (\d+) 0 R/.exec(objects(root))?.[1];
  if (dests !== undefined) {
    for (const [, name, object] of objects(Number(dests)).matchAll(/\/([^\s[\]<>()/]+)\s*\[(\d+) 0 R/g)) {
      const page = numberOf.get(Number(object));
      if (page !== undefined) pageOf.set(nameOf(name as string), page);
    }
  }
  return { count: pages.length, pageOf, marks: marksOf(objects, pages) };
}

/** Glyph 0 is what a font shows for what it does not have. Type 0 fonts take two bytes a glyph, the others one. */
function showsGlyph0(content: string, isType0: (font: number) => boolean): boolean {
  let wide = true;
  for (const [, font, hex] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) wide = isType0(Number(font));
    else if ((hex as string).match(wide ? /.{4}/g : /.{2}/g)?.some((code) => /^0+$/.test(code))) return true;
  }
  return false;
}

/** Pages, from 1, that show a glyph 0: a character that no font has. Forms count as page 0: nobody knows who draws them. */
export function pagesWithGlyph0(bytes: Uint8Array): readonly number[] {
  const { objects, streamOf, root, count } = plainPdf(bytes);
  const type0 = new Map<number, boolean>();
  const isType0 = (font: number): boolean => {
    const known = type0.get(font) ?? objects(font).includes('/Subtype /Type0');
    type0.set(font, known);
    return known;
  };
  const has = (number: number): boolean => showsGlyph0(streamOf(number).toString('latin1'), isType0);
  const found = pageObjects(objects, root).flatMap((object, i) => {
    const contents = /\/Contents\s+(\[[^\]]*\]|\d+ 0 R)/.exec(objects(object))?.[1] ?? '';
    return [...contents.matchAll(/(\d+) 0 R/g)].some(([, number]) => has(Number(number))) ? [i + 1] : [];
  });
  for (let number = 1; number < count; number++) {
    if (objects(number).includes('/Subtype /Form') && has(number)) return [0, ...found];
  }
  return found;
}
