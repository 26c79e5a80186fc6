import { section } from '../binder.ts';
import { commas, nameOf } from '../format.ts';
import { flag, group, list, text } from '../view.ts';
import { distributionWords } from '../words/distribution.ts';

const view = {
  copies: list(
    group(
      {
        binder: text('The binder.'),
        audience: text('For whom it is made; empty: not said.'),
        number: text('Number of the copy; empty: none.'),
        holder: text('Who has it.'),
        place: text('Where it is kept.'),
      },
      'A copy.',
    ),
    'The copies that the plan names.',
  ),
  documents: list(
    group(
      {
        name: text('The document.'),
        isConfidential: flag('Whether not everybody may see it.'),
        forms: list(text('A form, its place, who holds it.'), 'Where it can be had.'),
        updated: text('When it was last changed; empty: not said.'),
      },
      'A document.',
    ),
    'Documents that are needed besides.',
  ),
  rules: list(text('A rule.'), 'How a copy is kept.'),
};

/** Who has which copy, where the other documents are, and how they are kept. */
export const distribution = section({
  name: 'distribution',
  page: 'P25',
  extracts: [],
  words: distributionWords,
  view,
  build: ({ facts, day }, say) => ({
    content: {
      copies: facts.model.of('binder').flatMap((binder) =>
        (binder.data.copies ?? []).map((copy) => ({
          binder: binder.data.title ?? binder.name,
          audience: commas(binder.data.audience),
          number: copy.number === undefined ? '' : String(copy.number),
          holder: nameOf(facts, copy.holder),
          place: nameOf(facts, copy.in),
        })),
      ),
      documents: facts.model.of('document').map((d) => ({
        name: d.name,
        isConfidential: d.data.confidential === true,
        forms: (d.data.forms ?? []).map((f) =>
          commas([say.forms[f.form] ?? f.form, nameOf(facts, f.at), nameOf(facts, f.by)]),
        ),
        updated: day(d.data.updated),
      })),
      rules: say.rules.split('\n'),
    },
  }),
});
