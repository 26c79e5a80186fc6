import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { anchorOf, commas, nameOf, span } from '../format.ts';
import { anchor, group, list, text } from '../view.ts';
import { suppliesWords } from '../words/supplies.ts';

const view = {
  contracts: list(
    group(
      {
        anchor: anchor('the contract'),
        id: text('Id.'),
        name: text('Name, where it is another.'),
        supplier: text('With whom.'),
        phones: list(text('A number.'), 'Whom to call there.'),
        number: text('Its number.'),
        covers: text('What it covers.'),
        times: text('How soon they react and repair, when they can be called.'),
        validUntil: text('The last day.'),
        expired: text('Said where that day has passed.'),
      },
      'A contract.',
    ),
    'All contracts.',
  ),
  spares: list(
    group(
      {
        anchor: anchor('the part'),
        id: text('Id.'),
        name: text('Name, where it is another.'),
        fits: text('What it can replace.'),
        place: text('Where it lies.'),
        count: text('How many there are.'),
        leadTime: text('How long a new one takes.'),
        release: text('The release on it.'),
      },
      'A spare part.',
    ),
    'All spare parts.',
  ),
};

function phonesOf({ facts }: SectionInput, id: string | undefined): readonly string[] {
  const supplier = facts.model.elements.get(id ?? '');
  if (supplier?.kind !== 'supplier') return [];
  return ((supplier as Element<'supplier'>).data.contacts ?? []).flatMap((c) =>
    c.phone === undefined ? [] : [c.phone],
  );
}

/** Contracts and spare parts: where a replacement comes from and how long it takes. */
export const supplies = section({
  name: 'supplies',
  page: 'P21',
  extracts: ['scenario', 'element'],
  words: suppliesWords,
  view,
  shows: ({ facts: { model }, scope }) =>
    [...model.of('contract'), ...model.of('spare')].map((e) => e.id).filter(scope.has),
  build: (input, say) => {
    const { facts, scope, day } = input;
    const { model } = facts;
    const contracts = model.of('contract').filter((c) => scope.has(c.id));
    const spares = model.of('spare').filter((s) => scope.has(s.id));
    if (contracts.length + spares.length === 0) return undefined;
    return {
      content: {
        contracts: contracts.map((c) => ({
          anchor: anchorOf(c.id),
          id: c.id,
          name: c.name === c.id ? '' : c.name,
          supplier: nameOf(facts, c.data.supplier),
          phones: phonesOf(input, c.data.supplier),
          number: c.data.number ?? '',
          covers: commas(c.data.covers),
          times: commas([
            c.data.responseTime === undefined ? '' : say.react(span(c.data.responseTime)),
            c.data.repairTime === undefined ? '' : say.repair(span(c.data.repairTime)),
            c.data.hours,
          ]),
          validUntil: day(c.data.validUntil),
          expired: c.data.validUntil !== undefined && c.data.validUntil < facts.today ? say.expired : '',
        })),
        spares: spares.map((s) => ({
          anchor: anchorOf(s.id),
          id: s.id,
          name: s.name === s.id ? '' : s.name,
          fits: commas(s.data.fits),
          place: nameOf(facts, s.data.in),
          count: s.data.count === undefined ? '' : String(s.data.count),
          leadTime: s.data.leadTime === undefined ? '' : span(s.data.leadTime),
          release: s.data.firmware === undefined ? '' : say.release(s.data.firmware),
        })),
      },
    };
  },
});
