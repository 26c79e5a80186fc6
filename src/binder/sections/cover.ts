import { section } from '../binder.ts';
import { firstCalls } from '../first-calls.ts';
import { commas, nameOf } from '../format.ts';
import { flag, group, list, text } from '../view.ts';
import { coverWords } from '../words/cover.ts';

const view = {
  facts: list(
    group(
      {
        label: text('What it is.'),
        value: text('The value; empty: a line to write on.'),
        isVolatile: flag('Whether it changes with every print, and so does not make the page another one.'),
      },
      'A fact about this paper.',
    ),
    'Version, dates, copy.',
  ),
  first: list(text('One instruction.'), 'What is done in the first minutes.'),
  declares: text('Who declares the emergency.'),
  numbers: list(
    group(
      { who: text('Name.'), role: text('Why this person.'), number: text('Telephone number.') },
      'Somebody to call.',
    ),
    'At most five, the most important one first.',
  ),
  hasCard: flag('Whether the binder has the emergency card.'),
};

/** The first page: what this is, what to do first, whom to call. */
export const cover = section({
  name: 'cover',
  page: 'P1',
  extracts: ['role', 'scenario', 'element'],
  words: coverWords,
  view,
  build: ({ facts, meta, includes }, say) => {
    const { copy } = meta;
    const fixed = (label: string, value: string) => ({ label, value, isVolatile: false });
    const passing = (label: string, value: string) => ({ label, value, isVolatile: true });
    const known = [
      fixed(say.version, meta.version),
      fixed(say.classification, meta.classification),
      passing(say.printedOn, meta.printedOn),
      fixed(say.validUntil, meta.validUntil),
      passing(say.plan, meta.fingerprint),
      passing(say.revision, meta.revision),
    ].filter((fact) => fact.value !== '');
    return {
      content: {
        facts: [
          ...known,
          passing(say.copyNumber, copy.number),
          passing(say.holder, copy.holder),
          passing(say.place, copy.place),
        ],
        first: say.first.split('\n'),
        declares: commas((facts.model.plan?.activation?.decidedBy ?? []).map((id) => nameOf(facts, id))),
        numbers: firstCalls(facts, say),
        hasCard: includes('emergency-card'),
      },
    };
  },
});
