import { createHash } from 'node:crypto';

const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;

/** A text as PDF wants it beyond ASCII: UTF-16 with a mark, hexadecimal. */
function pdfText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex').toUpperCase()}>`;
}

/** The clock of the browser overwritten in place: as many bytes as before, so that no offset moves. */
function withDate(text: string, stamp: string): string {
  return text.replace(/\/(CreationDate|ModDate) \(D:\d{14}[^)]*\)/g, (whole, name: string) => {
    const next = `/${name} (${stamp})`;
    if (next.length !== whole.length) throw new Error('the PDF has a date of another form');
    return next;
  });
}

interface Trailer {
  readonly startxref: number;
  readonly size: string;
  readonly root: string;
  readonly info: string;
}

function trailerOf(text: string): Trailer {
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const trailer = text.slice(startxref);
  const size = /\/Size (\d+)/.exec(trailer)?.[1];
  const root = /\/Root (\d+ 0 R)/.exec(trailer)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  if (!size || !root || !info) throw new Error('the PDF has no plain trailer');
  return { startxref, size, root, info };
}

/**
 * Makes a PDF the same every time and says in it who wrote it: dates replaced by `date`; title, author and an identifier
 * that follows from the content added by an incremental update (ISO 32000-1, 7.5.6), which leaves tags, outline and
 * destinations as they are.
 * @throws Error when the file is not what Chromium writes.
 */
export function finishPdf(
  bytes: Uint8Array,
  info: { readonly date: Date; readonly title: string; readonly author: string },
): Uint8Array {
  const stamp = pdfDate(info.date);
  const dated = withDate(Buffer.from(bytes).toString('latin1'), stamp);
  const trailer = trailerOf(dated);
  const body = dated.endsWith('\n') ? dated : `${dated}\n`;
  const object =
    `${trailer.info} 0 obj\n<</Title ${pdfText(info.title)}\n/Author ${pdfText(info.author)}\n/Creator (drplan)\n` +
    `/Producer (drplan, Chromium)\n/CreationDate (${stamp})\n/ModDate (${stamp})>>\nendobj\n`;
  const id = createHash('sha256').update(body, 'latin1').update(object, 'latin1').digest('hex').slice(0, 32);
  const xref =
    `xref\n${trailer.info} 1\n${String(body.length).padStart(10, '0')} 00000 n \n` +
    `trailer\n<</Size ${trailer.size}\n/Root ${trailer.root}\n/Info ${trailer.info} 0 R\n` +
    `/Prev ${trailer.startxref}\n/ID [<${id}> <${id}>]>>\n` +
    `startxref\n${body.length + object.length}\n%%EOF\n`;
  return Buffer.from(body + object + xref, 'latin1');
}
