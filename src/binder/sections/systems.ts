import { section } from '../binder.ts';
import { sheetFields, sheetMaker, sheetsIn } from '../sheets.ts';
import { group, list } from '../view.ts';
import { sheetsWords } from '../words/sheets.ts';

const view = { sheets: list(group(sheetFields, 'The sheet of an element.'), 'One sheet per element.') };

/** One sheet per element that is a node: where it is, what it needs, how it comes back. */
export const systems = section({
  name: 'systems',
  page: 'P12',
  extracts: ['role', 'scenario', 'element'],
  words: sheetsWords,
  view,
  shows: (input) => sheetsIn('systems', input).map((node) => node.id),
  build: (input, say) => {
    const nodes = sheetsIn('systems', input);
    if (nodes.length === 0) return undefined;
    return { content: { sheets: nodes.map(sheetMaker(input, say)) } };
  },
});
