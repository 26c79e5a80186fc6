import { describe, expect, it } from 'vitest';
import { asciiSigns, hasPlainLocale } from '../../src/cli/ascii.ts';

describe('text without signs', () => {
  it('has words for signs, and leaves names alone', () => {
    expect(asciiSigns('└─ Müller → 1 × db … ✓', undefined)).toBe('+- Müller -> 1 x db ... [x]');
  });
  it('keeps columns below each other', () => {
    expect(asciiSigns('a→    b\nac    b', undefined)).toBe('a->   b\nac    b');
  });
  it('keeps lines that fitted within the terminal, and ids whole', () => {
    expect(asciiSigns('  one → two → three', 19)).toBe('  one -> two ->\n    three');
    expect(asciiSigns('a-very-long-identifier…', 23)).toBe('a-very-long-identifier...');
  });
  it('never leaves out or adds a word', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    const line = `    ${Array.from({ length: 30 }, (_, i) => `w${i} →`).join(' ')}`;
    for (let columns = 1; columns < 200; columns++) {
      expect(words(asciiSigns(line, columns))).toEqual(words(line.replaceAll('→', '->')));
    }
  });
  it('is wanted by the first of the variables that is set', () => {
    expect(hasPlainLocale({})).toBe(false);
    expect(hasPlainLocale({ LANG: 'C' })).toBe(true);
    expect(hasPlainLocale({ LANG: 'C', LC_ALL: 'de_DE.UTF-8' })).toBe(false);
    expect(hasPlainLocale({ LANG: 'de_DE.UTF-8', LC_CTYPE: 'POSIX' })).toBe(true);
    expect(hasPlainLocale({ LANG: 'C.UTF-8' })).toBe(false);
  });
});
