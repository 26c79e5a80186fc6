import { section } from '../binder.ts';
import { group, list, text } from '../view.ts';
import { glossaryWords } from '../words/glossary.ts';

const view = {
  terms: list(group({ term: text('The term.'), means: text('What it means.') }, 'A term.'), 'In alphabetical order.'),
};

/** The terms of the trade in plain words, for whoever is a stranger to it. */
export const glossary = section({
  name: 'glossary',
  page: 'P27',
  extracts: [],
  words: glossaryWords,
  view,
  build: (_input, say) => ({ content: { terms: Object.entries(say.terms).map(([term, means]) => ({ term, means })) } }),
});
