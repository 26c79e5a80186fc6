import { describe, expect, it } from 'vitest';
import { decode } from '../../src/source/decode.ts';

const limits = { fileBytes: 1000 };
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : [...p])));
const of = (b: Uint8Array) => decode({ path: 'p.yaml', bytes: b }, limits);
const utf16 = (text: string, big: boolean): Uint8Array => {
  const b = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(big ? b.swap16() : b);
};

describe('decode', () => {
  it('takes UTF-8, with and without a leading byte order mark', () => {
    expect(of(bytes('a: é😀\n'))).toEqual({ text: 'a: é😀\n', findings: [] });
    expect(of(bytes([0xef, 0xbb, 0xbf], 'a: 1'))).toEqual({ text: '\ufeffa: 1', findings: [] });
  });

  it.each([
    ['Latin-1', bytes('a: 1\nb:\nn: M', [0xe9], 'l\n'), 'byte 0xE9 at 3:5 is not UTF-8', 3, 5],
    ['overlong', bytes('a: ', [0xc0, 0x80]), 'byte 0xC0 at 1:4 is not UTF-8', 1, 4],
    ['surrogate', bytes('a: ', [0xed, 0xa0, 0x80]), 'byte 0xED at 1:4 is not UTF-8', 1, 4],
    ['cut off', bytes('😀: ', [0xf0, 0x9f]), 'byte 0xF0 at 1:5 is not UTF-8', 1, 5],
    ['behind a true U+FFFD', bytes('\ufffd', [0xff]), 'byte 0xFF at 1:2 is not UTF-8', 1, 2],
  ])('names the byte and the place: %s', (_name, input, message, line, column) => {
    const { findings, text } = of(input);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'yaml-encoding', message, location: { range: { line, column } } });
    expect(text).toContain('\ufffd');
  });

  it.each([
    [false, 'UTF-16 (little endian)'],
    [true, 'UTF-16 (big endian)'],
  ])('names UTF-16 and still gives the text (big endian: %s)', (big, name) => {
    const { text, findings } = of(utf16('a: ü\n', big));
    expect(findings[0]?.message).toBe(`the file is ${name}, not UTF-8`);
    expect(text?.replace('\ufeff', '')).toBe('a: ü\n');
  });

  it('refuses a file beyond the limit, and only then', () => {
    expect(of(new Uint8Array(1000).fill(35)).text).toHaveLength(1000);
    const { text, findings } = of(new Uint8Array(1001).fill(35));
    expect(text).toBeUndefined();
    expect(findings[0]).toMatchObject({ rule: 'yaml-limit', message: 'the file has 1001 bytes; 1000 are allowed' });
  });
});
