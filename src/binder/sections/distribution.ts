import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView, namesWithNumbers } from '../calls.ts';
import { commas, idAndName, nameOf } from '../format.ts';
import { flag, group, list, text } from '../view.ts';
import { distributionWords } from '../words/distribution.ts';

type Say = (typeof distributionWords)['en'];
type Binder = Element<'binder'>;

/** How many rows of a table are printed; the rest is counted. */
const mostRows = 120;

const view = {
  binders: list(
    group(
      {
        id: text('Id.'),
        title: text('What stands on its cover.'),
        audience: text('Who it is for; empty: not said.'),
        sections: text('The sections it is limited to; empty: all.'),
        copies: list(
          group(
            {
              number: text('Its number, or that it has none.'),
              holder: text('Role or person who has it.'),
              people: text('The people behind the role, with numbers.'),
              place: text('Where it is kept.'),
            },
            'A copy.',
          ),
          'Its copies; empty: none recorded.',
        ),
      },
      'A binder.',
    ),
    'The binders of the plan.',
  ),
  papers: list(
    group(
      {
        name: text('Id and name.'),
        note: text('Whether it is confidential, and when it was last changed.'),
        forms: list(text('Form, place, holder.'), 'Where it can be had.'),
        onlyElectronic: flag('Whether there is no form that can be read without the systems.'),
      },
      'A document.',
    ),
    'Documents that are needed in an emergency.',
  ),
  morePapers: text('How many more; empty: none.'),
  places: list(
    group({ name: text('Its name.'), address: text('Where it is.'), access: text('How to get in.') }, 'A place.'),
    'The places where copies and papers are kept.',
  ),
  rules: list(text('One rule.'), 'How copies are kept.'),
  calls: callsView('Who answers for the plan.'),
  exchange: list(text('One step.'), 'How pages are exchanged.'),
  receipts: list(
    group({ copy: text('Binder and number of the copy.'), holder: text('Who has it.') }, 'A line.'),
    'Lines to sign, one a copy.',
  ),
  moreReceipts: text('How many copies have no line; empty: none.'),
};

function binderRow(input: SectionInput, { id, name, data }: Binder, all: readonly string[] | undefined, say: Say) {
  const { facts, common } = input;
  return {
    id,
    title: data.title ?? (name === id ? '' : name),
    audience: commas(data.audience),
    sections: commas(all),
    copies: (data.copies ?? []).map((copy) => {
      const isRole = facts.model.elements.get(copy.holder ?? '')?.kind === 'role';
      return {
        number: copy.number === undefined ? say.noNumber : String(copy.number),
        holder: copy.holder === undefined ? common.nobodyNamed : nameOf(facts, copy.holder),
        // Of a person the name stands above already, but not the number.
        people: isRole ? namesWithNumbers(input, copy.holder) : numberOf(input, copy.holder),
        place: nameOf(facts, copy.in) || say.noPlace,
      };
    }),
  };
}

const numberOf = (input: SectionInput, id: string | undefined): string =>
  id === undefined ? '' : (callsTo(input, [id])[0]?.number ?? '');

function paperRow({ facts, day }: SectionInput, document: Element<'document'>, say: Say) {
  const { forms = [], confidential, updated } = document.data;
  return {
    name: idAndName(document),
    note: commas([
      confidential === true ? say.confidential : '',
      updated === undefined ? '' : `${say.updated} ${day(updated)}`,
    ]),
    forms: forms.map(({ form, at, by }) => commas([say.forms[form], nameOf(facts, at), nameOf(facts, by)])),
    onlyElectronic: forms.length > 0 && forms.every(({ form }) => form === 'electronic'),
  };
}

/** Where copies and papers lie, each place once; systems that hold files are no places. */
function placesOf({ facts }: SectionInput) {
  const { model } = facts;
  const ids = new Set([
    ...model.of('binder').flatMap((b) => (b.data.copies ?? []).map((copy) => copy.in)),
    ...model.of('document').flatMap((d) => (d.data.forms ?? []).map((form) => form.at)),
  ]);
  return model
    .of('location')
    .filter((location) => ids.has(location.id))
    .map(({ name, data }) => ({ name, address: data.postalAddress ?? '', access: data.access ?? '' }));
}

/** Who holds which copy, where it is kept, how its pages are exchanged, and a form to sign for it. */
export const distribution = section({
  name: 'distribution',
  page: 'P25',
  extracts: [],
  words: distributionWords,
  view,
  build: (input, say) => {
    const { facts, common } = input;
    const { model } = facts;
    const documents = model.of('document');
    const binders = model.of('binder').map((binder) => binderRow(input, binder, binder.data.sections, say));
    const copies = binders.flatMap(({ id, copies: all }) =>
      all.map(({ number, holder }) => ({ copy: `${id} ${number}`, holder })),
    );
    const left = (n: number): string => (n > 0 ? common.more(n) : '');
    return {
      content: {
        binders,
        papers: documents.slice(0, mostRows).map((document) => paperRow(input, document, say)),
        morePapers: left(documents.length - mostRows),
        places: placesOf(input).slice(0, mostRows),
        rules: say.rulesText.split('\n'),
        calls: callsTo(input, [model.plan?.owner]),
        exchange: say.exchangeText.split('\n'),
        receipts: copies.slice(0, mostRows),
        moreReceipts: left(copies.length - mostRows),
      },
    };
  },
});
