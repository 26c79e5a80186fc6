import { describe, expect, test } from 'vitest';
import { languages } from '../../src/binder/language.ts';
import { glossary } from '../../src/binder/sections/glossary.ts';
import { glossaryWords } from '../../src/binder/words/glossary.ts';
import { plan } from '../support/plan.ts';
import { composed, inLanguage, said } from './support/composed.ts';

const bare = plan('servers: {shop: {}}');
const termsOf = (language: (typeof languages)[number]): string[] => {
  const { sections } = composed(inLanguage(bare, language), [glossary]);
  return sections.flatMap((s) => (s.content as { terms: { term: string }[] }).terms.map((t) => t.term));
};

describe('the glossary', () => {
  test.each(languages)('stands in the order of a dictionary (%s)', (language) => {
    const terms = termsOf(language);
    expect(terms).toEqual([...terms].sort(new Intl.Collator(language).compare));
  });

  test.each(languages)('has a sentence for each term (%s)', (language) => {
    for (const means of Object.values(glossaryWords[language].terms)) expect(means).toMatch(/^\p{Lu}.{20,}[.]$/su);
  });

  test.each([
    [
      'en',
      [
        'RTO',
        'RPO',
        'MTPD',
        'Protection need',
        'Maximum principle',
        'Cumulation',
        'Distribution',
        'Cold start',
        'Fallback',
      ],
    ],
    [
      'de',
      [
        'RTO',
        'RPO',
        'MTPD',
        'Schutzbedarf',
        'Maximumprinzip',
        'Kumulationseffekt',
        'Verteilungseffekt',
        'Kaltstart',
        'Rückfallebene',
      ],
    ],
  ] as const)('explains what the standards take for granted (%s)', (language, terms) => {
    expect(termsOf(language)).toEqual(expect.arrayContaining([...terms]));
  });

  test('says what the categories mean here, where the plan does', () => {
    const own = plan(`
policy:
  rto: {high: 1d}
  protection: {categories: {normal: Annoying}, thresholds: {outage: {high: 24h}, damage: {high: 50000 EUR}}}
`);
    expect(said(composed(own, [glossary]), 'glossary')).toContain(
      'normal Annoying – – – HIGH not recorded 1 d 50,000 EUR 1 d',
    );
    expect(said(composed(inLanguage(own, 'de'), [glossary]), 'glossary')).toContain('50.000 EUR');
    expect(said(composed(bare, [glossary]), 'glossary')).not.toContain('Protection needs in this');
  });
});
