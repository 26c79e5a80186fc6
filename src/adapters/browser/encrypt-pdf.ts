import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { type PdfObject, pdfObjects } from './pdf-objects.ts';

/*
 * AES-256 as in ISO 32000-2, 7.6.4 (revision 6). Done by hand because what Chromium writes is plain (no compressed
 * objects) and libraries that rewrite a PDF lose its tags or take their time; the ciphers are those of Node.
 */

const zeroVector = Buffer.alloc(16);

function cbc(key: Buffer, iv: Buffer, data: Buffer, padded: boolean): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc` as 'aes-256-cbc', key, iv).setAutoPadding(padded);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** Algorithm 2.B: a hash that costs some time, so that passwords cannot be tried fast. */
function hardenedHash(password: Buffer, salt: Buffer, user: Buffer): Buffer {
  let key = createHash('sha256').update(password).update(salt).update(user).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat([password, key, user]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
    const mixed = cbc(key.subarray(0, 16), key.subarray(16, 32), repeated, false);
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest] as string)
      .update(mixed)
      .digest();
    last = mixed[mixed.length - 1] as number;
  }
  return key.subarray(0, 32);
}

/** A password as readers of PDF prepare it (SASLprep): compatible forms are the same, at most 127 bytes. */
const prepared = (password: string): Buffer =>
  Buffer.from(
    password
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/\u00ad|\u034f|\u1806|[\u180b-\u180d]|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/g, '')
      .normalize('NFKC'),
    'utf8',
  ).subarray(0, 127);

const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;

/** All that the dictionary holds; opening and owner's password are the same, and nothing is forbidden. */
function encryptionDictionary(password: Buffer, fileKey: Buffer): string {
  const sealed = (user: Buffer): readonly [verifier: Buffer, key: Buffer] => {
    const [check, unlock] = [randomBytes(8), randomBytes(8)];
    const verifier = Buffer.concat([hardenedHash(password, check, user), check, unlock]);
    return [verifier, cbc(hardenedHash(password, unlock, user), zeroVector, fileKey, false)];
  };
  const [u, ue] = sealed(Buffer.alloc(0));
  const [o, oe] = sealed(u);
  const allowed = Buffer.concat([Buffer.from('fcffffffffffffff', 'hex'), Buffer.from('Tadb'), randomBytes(4)]);
  const perms = createCipheriv('aes-256-ecb', fileKey, null).setAutoPadding(false);
  return (
    '<</Filter /Standard /V 5 /R 6 /Length 256 /P -4 /EncryptMetadata true\n' +
    '/CF <</StdCF <</AuthEvent /DocOpen /CFM /AESV3 /Length 32>>>> /StmF /StdCF /StrF /StdCF\n' +
    `/U ${hex(u)} /UE ${hex(ue)}\n/O ${hex(o)} /OE ${hex(oe)}\n/Perms ${hex(perms.update(allowed))}>>`
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string without its parentheses. */
const unescaped = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) => {
      if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
      return /^[\r\n]/.test(code) ? '' : (escapes[code] ?? code);
    }),
    'latin1',
  );

/** A literal string from its opening parenthesis: where it ends. Parentheses in pairs need no escape. */
function endOfLiteral(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  throw new Error('the PDF has a string without an end');
}

/** An object's text with each string replaced by what `encrypt` makes of its bytes. */
function withStrings(text: string, encrypt: (bytes: Buffer) => Buffer): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = /[<(]/g, match = start.exec(text); match; match = start.exec(text)) {
    const from = match.index;
    if (text.startsWith('<<', from)) {
      start.lastIndex = from + 2;
      continue;
    }
    const literal = text[from] === '(';
    const to = literal ? endOfLiteral(text, from) : text.indexOf('>', from);
    const inside = text.slice(from + 1, to);
    const digits = inside.replace(/\s/g, '');
    const bytes = literal ? unescaped(inside) : Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    parts.push(text.slice(at, from), hex(encrypt(bytes)));
    at = to + 1;
    start.lastIndex = at;
  }
  return parts.join('') + text.slice(at);
}

function encryptedObject({ number, text, stream }: PdfObject, encrypt: (bytes: Buffer) => Buffer): Buffer {
  const head = `${number} 0 obj\n${withStrings(text, encrypt)}`;
  if (stream === undefined) return Buffer.from(`${head}\nendobj\n`, 'latin1');
  const data = encrypt(stream);
  const sized = head.replace(/\/Length \d+/, `/Length ${data.length}`);
  return Buffer.concat([
    Buffer.from(`${sized}\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/**
 * The same PDF, opened with a password: every string and every stream encrypted with AES-256 under a random key. Tags,
 * outline and destinations stay. Keys are random, so no two results are the same.
 * @throws Error when the file is not one that `finishPdf` made.
 */
export function encryptPdf(bytes: Uint8Array, password: string): Uint8Array {
  const { objects, root, info, id } = pdfObjects(bytes);
  const fileKey = randomBytes(32);
  const encrypt = (data: Buffer): Buffer => {
    const iv = randomBytes(16);
    return Buffer.concat([iv, cbc(fileKey, iv, data, true)]);
  };
  const parts: Buffer[] = [Buffer.from('%PDF-2.0\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
  let length = (parts[0] as Buffer).length;
  const offsets = new Map<number, number>();
  const write = (number: number, part: Buffer): void => {
    offsets.set(number, length);
    parts.push(part);
    length += part.length;
  };
  for (const object of objects) write(object.number, encryptedObject(object, encrypt));
  const size = Math.max(...offsets.keys()) + 2;
  const dictionary = encryptionDictionary(prepared(password), fileKey);
  write(size - 1, Buffer.from(`${size - 1} 0 obj\n${dictionary}\nendobj\n`, 'latin1'));
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root ${root}\n/Info ${info}\n/Encrypt ${size - 1} 0 R\n/ID ${id}>>\n`;
  parts.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}${trailer}startxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
