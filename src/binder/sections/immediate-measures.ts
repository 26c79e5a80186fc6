import { section } from '../binder.ts';
import { measureRows, measureView } from '../measure-rows.ts';
import { scenariosOf } from '../scenarios-of.ts';
import { group, list, text, to } from '../view.ts';
import { immediateMeasuresWords } from '../words/immediate-measures.ts';

const view = {
  general: list(text('One instruction.'), 'What is done whatever has happened.'),
  scenarios: list(
    group(
      {
        name: text('Name of the scenario.'),
        to: to('the sheet of the scenario'),
        measures: list(measureView, 'What is done in the first minutes.'),
      },
      'A scenario.',
    ),
    'The scenarios of this binder.',
  ),
};

/** What is done in the first minutes: in general, and by what has happened. */
export const immediateMeasures = section({
  name: 'immediate-measures',
  page: 'P6',
  extracts: ['role', 'scenario'],
  words: immediateMeasuresWords,
  view,
  build: (input, say) => ({
    content: {
      general: say.general.split('\n'),
      scenarios: scenariosOf(input).map((s) => ({
        name: s.name,
        to: input.linkTo(s.id),
        measures: measureRows(input, s.data.immediateMeasures),
      })),
    },
  }),
});
