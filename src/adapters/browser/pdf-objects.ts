/** An object of a PDF: its text up to its stream, and the bytes of the stream. */
export interface PdfObject {
  readonly number: number;
  readonly text: string;
  readonly stream: Buffer | undefined;
}

interface PdfParts {
  /** Ascending by number; each in its last version. */
  readonly objects: readonly PdfObject[];
  /** Entries of the last trailer, as they are written. */
  readonly root: string;
  readonly info: string;
  readonly id: string;
}

/** Offsets of all objects: the table at `startxref` first, then those that it replaces. */
function offsetsOf(text: string, startxref: number): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  for (let at: number | undefined = startxref; at !== undefined; ) {
    const end = text.indexOf('trailer', at);
    if (!text.startsWith('xref', at) || end === -1) throw new Error('the PDF has no plain cross-reference table');
    let next = 0;
    for (const line of text.slice(at + 4, end).split('\n')) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
      if (!entry) next = Number(/^(\d+) \d+/.exec(line)?.[1] ?? next);
      else {
        if (entry[2] === 'n' && !offsets.has(next)) offsets.set(next, Number(entry[1]));
        next++;
      }
    }
    const previous = /\/Prev (\d+)/.exec(text.slice(end, text.indexOf('startxref', end)))?.[1];
    at = previous === undefined ? undefined : Number(previous);
  }
  return offsets;
}

function objectAt(bytes: Buffer, text: string, number: number, offset: number): PdfObject {
  const start = `${number} 0 obj`;
  if (!text.startsWith(start, offset)) throw new Error(`the PDF has no object ${number} where it says`);
  const end = text.indexOf('endobj', offset);
  const stream = text.slice(offset, end).search(/\bstream\r?\n/);
  const head = text.slice(offset + start.length, stream === -1 ? end : offset + stream).trim();
  if (stream === -1) return { number, text: head, stream: undefined };
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1]);
  if (Number.isNaN(length)) throw new Error(`the PDF does not say how long object ${number} is`);
  const from = text.indexOf('\n', offset + stream) + 1;
  return { number, text: head, stream: bytes.subarray(from, from + length) };
}

/**
 * Takes a PDF with plain cross-reference tables apart, incremental updates included.
 * @throws Error when it is another kind of PDF.
 */
export function pdfObjects(pdf: Uint8Array): PdfParts {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const trailer = text.slice(startxref);
  const root = /\/Root (\d+ 0 R)/.exec(trailer)?.[1];
  const info = /\/Info (\d+ 0 R)/.exec(trailer)?.[1];
  const id = /\/ID (\[[^\]]*\])/.exec(trailer)?.[1];
  if (!root || !info || !id) throw new Error('the PDF has no plain trailer');
  const offsets = [...offsetsOf(text, startxref)].sort(([a], [b]) => a - b);
  return { objects: offsets.map(([number, offset]) => objectAt(bytes, text, number, offset)), root, info, id };
}
