import { section } from '../binder.ts';
import { group, list, text } from '../view.ts';
import { coverageWords } from '../words/coverage.ts';

const view = {
  texts: list(
    group(
      {
        source: text('The text or standard.'),
        counts: text('How many demands are in which state.'),
        demands: list(
          group(
            {
              number: text('Number of the sentence or clause.'),
              demand: text('What is asked.'),
              state: text('Its state.'),
              evidence: text('What that rests on.'),
            },
            'A demand.',
          ),
          'Its demands, in its order.',
        ),
      },
      'A text.',
    ),
    'What is asked of an emergency plan.',
  ),
};

const states = ['fulfilled', 'open', 'waived', 'not-applicable'] as const;

/** What texts and standards ask for, and what this plan has to show for each: for auditors, in binders that name it. */
export const coverage = section({
  name: 'coverage',
  page: 'P29',
  extracts: [],
  words: coverageWords,
  view,
  onRequest: true,
  build: (input, say) => {
    if (input.coverage === undefined) return undefined;
    return {
      content: {
        texts: input.coverage.map(({ source, demands }) => ({
          source,
          counts: states
            .map((state) => `${demands.filter((d) => d.state === state).length} ${say.states[state]}`)
            .join(', '),
          demands: demands.map((d) => ({ ...d, state: say.states[d.state] })),
        })),
      },
    };
  },
});
