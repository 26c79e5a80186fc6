import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, printable, quoted } from '../../src/diagnostics/printable.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the test.
const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/;

describe('printable', () => {
  it('leaves no control byte of any text, and letters as they are', () => {
    expect(printable('\u001b[2J\u0007\u009b\u202e\tx')).toBe('\\x1b[2J\\x07\\x9b\\u202e\\x09x');
    expect(printable('Größe 漢字 😀')).toBe('Größe 漢字 😀');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => !control.test(printable(s)) && !control.test(quoted(s))),
      { seed: 1, numRuns: 2000 },
    );
  });

  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['😀', 2],
    ['👩‍👩‍👧', 2],
    ['e\u0301', 1],
    ['ｱ', 1],
    ['한', 2],
  ])('width of %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('shortens long quotes in the middle', () => {
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(29)}…${'x'.repeat(10)}"`);
  });
});
