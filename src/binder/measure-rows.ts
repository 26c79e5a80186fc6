import type { SectionInput } from './binder.ts';
import { nameOf, span, titleOf } from './format.ts';
import { group, text, to } from './view.ts';

/** A thing to do, as a plan writes it: words alone, or with who, until when and how. */
type Measure =
  | string
  | {
      readonly do?: string | undefined;
      readonly procedure?: string | undefined;
      readonly by?: string | undefined;
      readonly within?: number | undefined;
    };

export const measureView = group(
  {
    do: text('What is done.'),
    by: text('Who does it; empty: not said.'),
    within: text('Until when after the alarm; empty: not said.'),
    procedure: text('Title of the procedure that says how; empty: none.'),
    to: to('the procedure'),
  },
  'A thing to do.',
);

/** Measures as rows to tick. */
export const measureRows = ({ facts, linkTo }: SectionInput, measures: readonly Measure[] | undefined) =>
  (measures ?? []).map((measure) => {
    const one = typeof measure === 'string' ? { do: measure } : measure;
    const procedure = one.procedure === undefined ? undefined : facts.model.elements.get(one.procedure);
    return {
      do: one.do ?? titleOf(procedure),
      by: nameOf(facts, one.by),
      within: one.within === undefined ? '' : span(one.within),
      procedure: procedure && one.do !== undefined ? titleOf(procedure) : '',
      to: linkTo(procedure?.id),
    };
  });
