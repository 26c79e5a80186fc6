import type { Finding } from '../diagnostics/diagnostic.ts';
import { linesOf } from './lines.ts';

/** How large a file may be, in bytes. */
export interface DecodeLimits {
  readonly fileBytes: number;
}

/** The text of a file as far as it can be had, and what is wrong with its bytes. */
export interface Decoded {
  /** Undefined when the file was refused. A leading byte order mark is kept. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

const continuation = (byte: number | undefined, low = 0x80, high = 0xbf): boolean =>
  byte !== undefined && byte >= low && byte <= high;

/** The length of the well-formed sequence at `i`, 0 if there is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] as number;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return continuation(bytes[i + 1]) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return continuation(bytes[i + 1], low, high) && continuation(bytes[i + 2]) ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const low = first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xf4 ? 0x8f : 0xbf;
  const tail = continuation(bytes[i + 2]) && continuation(bytes[i + 3]);
  return tail && continuation(bytes[i + 1], low, high) ? 4 : 0;
}

/** The offset of the first byte that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) break;
    i += length;
  }
  return i;
}

function utf16(bytes: Uint8Array): { readonly name: string; readonly text: string } | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!little && !big) return undefined;
  const ordered = bytes.slice(0, bytes.length - (bytes.length % 2));
  if (big) {
    for (let i = 0; i < ordered.length; i += 2) {
      [ordered[i], ordered[i + 1]] = [ordered[i + 1] as number, ordered[i] as number];
    }
  }
  return {
    name: big ? 'UTF-16 (big endian)' : 'UTF-16 (little endian)',
    text: new TextDecoder('utf-16le').decode(ordered),
  };
}

const problem = (path: string, rule: string, message: string, hint: string, range = firstPlace): Finding => ({
  rule,
  severity: 'error',
  message,
  hint,
  location: { file: path, document: 0, path: [], range },
});
const firstPlace = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function decodeBroken(path: string, bytes: Uint8Array): Decoded {
  const bad = firstBadByte(bytes);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, bad));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const range = linesOf(text).range(before.length, before.length + 1);
  const byte = (bytes[bad] as number).toString(16).toUpperCase().padStart(2, '0');
  const message = `byte 0x${byte} at ${range.line}:${range.column} is not UTF-8`;
  return { text, findings: [problem(path, 'yaml-encoding', message, 'save the file as UTF-8', range)] };
}

/**
 * The gate for bytes: size, then UTF-8 without exception. A file in another encoding is a finding, and what can be
 * read of it is still given, so that an outage does not lose the file.
 */
export function decode(file: { readonly path: string; readonly bytes: Uint8Array }, limits: DecodeLimits): Decoded {
  const { path, bytes } = file;
  if (bytes.length > limits.fileBytes) {
    const message = `the file has ${bytes.length} bytes; ${limits.fileBytes} are allowed`;
    const hint = 'split it into several files, or raise the limit with --max-file-size';
    return { text: undefined, findings: [problem(path, 'yaml-limit', message, hint)] };
  }
  const wide = utf16(bytes);
  if (wide) {
    const message = `the file is ${wide.name}, not UTF-8`;
    return { text: wide.text, findings: [problem(path, 'yaml-encoding', message, 'save the file as UTF-8')] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    return decodeBroken(path, bytes);
  }
}
