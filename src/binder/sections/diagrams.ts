import { section } from '../binder.ts';
import { seriesOf } from '../pictures/index.ts';
import { pictureWords } from '../pictures/texts.ts';
import { diagramsWords } from '../words/diagrams.ts';

/** Pictures that are about the plan as a whole; the clock and the procedures have places of their own. */
const shown = new Set(['graph', 'hosts']);

/** What needs what, hosts and their machines, network, power: where the plan has such elements. */
export const diagrams = section({
  name: 'diagrams',
  page: 'P20',
  extracts: [],
  words: diagramsWords,
  view: {},
  draws: true,
  build: ({ facts, recovery, language }) => {
    const all = seriesOf({ facts, recovery, texts: pictureWords[language] });
    const pictures = all.filter((series) => shown.has(series.type));
    return pictures.length === 0 ? undefined : { content: {}, pictures };
  },
});
