import { section } from '../binder.ts';
import { group, list, text } from '../view.ts';
import { incidentLogWords } from '../words/incident-log.ts';

/** Lines that fit on a page with room for a pen, below the rules and on a page of its own. */
const lines = { first: 10, next: 16 };

const view = {
  rules: list(text('A rule.'), 'How it is kept.'),
  log: text('Where the plan says that it is kept; empty: not said.'),
  pages: list(
    group({ number: text('From 1.'), lines: list(text('Empty.'), 'The lines to write on.') }, 'A page.'),
    'Blank pages.',
  ),
};

const blank = (n: number): readonly string[] => Array.from({ length: n }, () => '');

/** Two blank pages of log: what cannot be printed when it is needed. */
export const incidentLog = section({
  name: 'incident-log',
  page: 'P22',
  extracts: ['scenario', 'role'],
  words: incidentLogWords,
  view,
  build: ({ facts }, say) => ({
    content: {
      rules: say.rules.split('\n'),
      log: facts.model.incidentResponse?.log ?? '',
      pages: [
        { number: '1', lines: blank(lines.first) },
        { number: '2', lines: blank(lines.next) },
      ],
    },
  }),
});
