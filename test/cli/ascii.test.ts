import { describe, expect, it } from 'vitest';
import { asciiSigns, hasPlainLocale } from '../../src/cli/ascii.ts';
import { fold } from '../../src/cli/fold.ts';

describe('text without signs', () => {
  it('has words for signs, and leaves names alone', () => {
    expect(asciiSigns('└─ Müller → 1 × db … ✓')).toBe('+- Müller -> 1 x db ... [x]');
  });
  it('keeps columns below each other', () => {
    expect(asciiSigns('a→    b\nac    b')).toBe('a->   b\nac    b');
  });
  it('is wanted by the first of the variables that is set', () => {
    expect(hasPlainLocale({})).toBe(false);
    expect(hasPlainLocale({ LANG: 'C' })).toBe(true);
    expect(hasPlainLocale({ LANG: 'C', LC_ALL: 'de_DE.UTF-8' })).toBe(false);
    expect(hasPlainLocale({ LANG: 'de_DE.UTF-8', LC_CTYPE: 'POSIX' })).toBe(true);
    expect(hasPlainLocale({ LANG: 'C.UTF-8' })).toBe(false);
  });
});

describe('lines on a terminal', () => {
  it('are broken at spaces, ids stay whole', () => {
    expect(fold('  one two three', 10)).toBe('  one two\n    three');
    expect(fold('a-very-long-identifier and', 9)).toBe('a-very-long-identifier\n  and');
    expect(fold('fits', 4)).toBe('fits');
  });
  it('are measured without their colours, in columns', () => {
    expect(fold('\u001b[1mone\u001b[22m two', 7)).toBe('\u001b[1mone\u001b[22m two');
    expect(fold('日本 日本', 8)).toBe('日本\n  日本');
  });
  it('keep every word, and are too wide only for a word', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    const line = `    ${Array.from({ length: 30 }, (_, i) => `w${i} ->`).join(' ')}`;
    for (let columns = 1; columns < 200; columns++) {
      const folded = fold(line, columns);
      expect(words(folded)).toEqual(words(line));
      for (const l of folded.split('\n')) if (l.length > columns) expect(words(l)).toHaveLength(1);
    }
  });
});
