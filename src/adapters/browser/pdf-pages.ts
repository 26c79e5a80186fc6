/** Reads what Chromium writes: plain objects, one uncompressed `/Dests` dictionary, a page tree. Not a PDF library. */

/** Objects of a PDF by number, as text up to their stream. */
type Objects = (number: number) => string;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function objectsOf(text: string): { readonly objects: Objects; readonly root: number } {
  const xrefAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(xrefAt, xrefAt + 64));
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(xrefAt))?.[1]);
  if (!table || Number.isNaN(root)) throw new Error('the PDF has no plain cross-reference table');
  const first = xrefAt + table[0].length;
  const objects = (number: number): string => {
    const offset = Number(text.slice(first + number * 20, first + number * 20 + 10));
    const end = text.indexOf('endobj', offset);
    const stream = text.indexOf('stream', offset);
    return text.slice(offset, stream !== -1 && stream < end ? stream : end);
  };
  return { objects, root };
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

export interface PdfPages {
  readonly count: number;
  /** The page, from 1, of each id that some link points to. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/** On which page each linked id is, read from the PDF itself. */
export function readPages(bytes: Uint8Array): PdfPages {
  const text = latin1(bytes);
  const { objects, root } = objectsOf(text);
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
  return { count: pages.length, pageOf };
}
