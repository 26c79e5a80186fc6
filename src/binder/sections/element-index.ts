import type { Element } from '../../model/model.ts';
import { section } from '../binder.ts';
import { titleOf } from '../format.ts';
import { group, list, text, to } from '../view.ts';
import { elementIndexWords } from '../words/element-index.ts';

const view = {
  entries: list(
    group({ id: text('Id.'), name: text('Name or title, where it is another.'), to: to('it') }, 'An entry.'),
    'Everything that has a place in this binder, by id.',
  ),
};

const wordsOf = (element: Element): string =>
  element.kind === 'procedure' ? titleOf(element) : element.name === element.id ? '' : element.name;

/** Every element that has a place in the binder, by id, with its page. */
export const elementIndex = section({
  name: 'element-index',
  page: 'index',
  extracts: ['role', 'scenario', 'element'],
  words: elementIndexWords,
  view,
  build: ({ facts, linkTo }) => {
    const entries = [...facts.model.elements.values()]
      .map((element) => ({ id: element.id, name: wordsOf(element), to: linkTo(element.id) }))
      .filter((entry) => entry.to !== '')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return entries.length === 0 ? undefined : { content: { entries } };
  },
});
