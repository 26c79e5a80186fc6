import { levels } from '../../inventory/index.ts';
import { type SectionInput, section } from '../binder.ts';
import { span } from '../format.ts';
import { numberIn } from '../language.ts';
import { group, list, text } from '../view.ts';
import { glossaryWords } from '../words/glossary.ts';

const view = {
  terms: list(
    group({ term: text('The word.'), means: text('What it means, in plain words.') }, 'A term.'),
    'Terms of this binder, in the order of the alphabet.',
  ),
  categories: list(
    group(
      {
        level: text('Its name.'),
        means: text('What the plan says that it means; empty: nothing.'),
        outage: text('Length of an outage from which it applies.'),
        damage: text('Damage from which it applies.'),
        back: text('Usual recovery time objective.'),
      },
      'A category.',
    ),
    'Categories of protection needs, where the policy says what they mean.',
  ),
};

const plain: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };

/** What is compared to sort words: umlauts stand with their vowels, as in a dictionary, on every machine alike. */
const sortKey = (word: string): string => word.toLowerCase().replace(/[äöüß]/g, (c) => plain[c] ?? c);

function categoriesOf({ facts: { model }, common, language }: SectionInput) {
  const { protection, rto } = model.policy;
  const rows = levels.map((level) => {
    const outage = protection?.thresholds?.outage?.[level];
    const damage = protection?.thresholds?.damage?.[level];
    const back = rto?.[level];
    return {
      level: common.levels[level] ?? level,
      means: protection?.categories?.[level] ?? '',
      outage: outage === undefined ? '' : span(outage),
      damage: damage === undefined ? '' : `${numberIn(language, damage.amount)} ${damage.currency}`,
      back: back === undefined ? '' : span(back),
    };
  });
  return rows.some(({ level: _, ...said }) => Object.values(said).some((value) => value !== '')) ? rows : [];
}

/** The words of the binder for whoever comes from outside, and what the house means by its categories. */
export const glossary = section({
  name: 'glossary',
  page: 'P27',
  extracts: [],
  words: glossaryWords,
  view,
  build: (input, say) => ({
    content: {
      terms: Object.entries(say.terms)
        .map(([term, means]) => ({ term, means }))
        .sort((a, b) => (sortKey(a.term) < sortKey(b.term) ? -1 : 1)),
      categories: categoriesOf(input),
    },
  }),
});
