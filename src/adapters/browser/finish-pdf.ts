/** Makes a PDF the same every time, and says in it who wrote it. */

const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;

/** A text as PDF wants it beyond ASCII: UTF-16 with a mark, hexadecimal. */
function pdfText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex').toUpperCase()}>`;
}

/**
 * The dates of the file replaced by `date`, byte for byte, so that the same input gives the same file; title and author
 * added by an incremental update (ISO 32000-1, 7.5.6), which leaves tags, outline and destinations as they are.
 */
export function finishPdf(
  bytes: Uint8Array,
  info: { readonly date: Date; readonly title: string; readonly author: string },
): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const stamp = pdfDate(info.date);
  const dated = text.replace(/\/(CreationDate|ModDate) \(D:\d{14}[^)]*\)/g, (whole, name: string) => {
    const next = `/${name} (${stamp})`;
    return next.length === whole.length ? next : whole;
  });
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(dated.slice(-64))?.[1]);
  const trailer = dated.slice(startxref);
  const [, size] = /\/Size (\d+)/.exec(trailer) ?? [];
  const [, root] = /\/Root (\d+ 0 R)/.exec(trailer) ?? [];
  const [, infoNumber] = /\/Info (\d+) 0 R/.exec(trailer) ?? [];
  if (!size || !root || !infoNumber) throw new Error('the PDF has no plain trailer');
  const body = dated.endsWith('\n') ? dated : `${dated}\n`;
  const object =
    `${infoNumber} 0 obj\n<</Title ${pdfText(info.title)}\n/Author ${pdfText(info.author)}\n/Creator (drplan)\n` +
    `/Producer (drplan, Chromium)\n/CreationDate (${stamp})\n/ModDate (${stamp})>>\nendobj\n`;
  const xref =
    `xref\n${infoNumber} 1\n${String(body.length).padStart(10, '0')} 00000 n \n` +
    `trailer\n<</Size ${size}\n/Root ${root}\n/Info ${infoNumber} 0 R\n/Prev ${startxref}>>\n` +
    `startxref\n${body.length + object.length}\n%%EOF\n`;
  return Buffer.from(body + object + xref, 'latin1');
}
