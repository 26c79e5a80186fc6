import { type SectionInput, section } from '../binder.ts';
import { contactOf } from '../contacts.ts';
import { anchorOf, commas, entryText, span } from '../format.ts';
import { anchor, group, list, text } from '../view.ts';
import { callListWords } from '../words/call-list.ts';

const view = {
  people: list(
    group(
      {
        anchor: anchor('the person'),
        id: text('Id.'),
        name: text('Name.'),
        roles: text('Roles, with the rank of a deputy.'),
        phones: list(
          group(
            { number: text('As it is dialled.'), note: text('Kind, what it needs, when it was last tried.') },
            'A number.',
          ),
          'Telephone numbers, the best one first.',
        ),
        mail: text('Mail address.'),
        travel: text('How long it takes to be on site.'),
      },
      'Somebody who is called.',
    ),
    'The people of the plan.',
  ),
  duty: list(
    group(
      {
        id: text('Id.'),
        name: text('Name of the role.'),
        phones: list(
          group(
            { number: text('As it is dialled.'), note: text('Kind, what it needs, when it was last tried.') },
            'A number.',
          ),
          'Numbers of whoever is on duty, the best one first.',
        ),
      },
      'A role.',
    ),
    'Roles that have numbers of their own.',
  ),
  suppliers: list(
    group(
      {
        anchor: anchor('the supplier'),
        id: text('Id.'),
        name: text('Name.'),
        customerNumber: text('What they know us by.'),
        contacts: list(
          group(
            {
              name: text('Name.'),
              phone: text('Number.'),
              mail: text('Mail address.'),
              hours: text('When they answer.'),
            },
            'Somebody there.',
          ),
          'Whom to call.',
        ),
      },
      'A supplier.',
    ),
    'The suppliers of the plan.',
  ),
  channels: list(
    group(
      {
        anchor: anchor('the channel'),
        id: text('Id.'),
        name: text('Name.'),
        kind: text('What it is.'),
        address: text('Number, address or place.'),
        needs: text('What it needs in order to work; empty: nothing of ours.'),
      },
      'A way to talk to each other.',
    ),
    'Channels that do not need the telephone.',
  ),
};

/** Roles by person, each with the rank. */
function rolesByPerson({ facts, common }: SectionInput): (person: string) => string {
  const known = new Map<string, string[]>();
  for (const role of facts.model.of('role')) {
    for (const [at, holder] of (role.data.holders ?? []).entries()) {
      const said = at === 0 ? role.name : `${role.name} (${common.deputy(at)})`;
      known.set(holder, [...(known.get(holder) ?? []), said]);
    }
  }
  return (person) => commas(known.get(person));
}

/** Whom to call, with every number, and what to do when the telephone is part of the outage. */
export const callList = section({
  name: 'call-list',
  page: 'P3',
  extracts: ['role', 'scenario', 'element'],
  words: callListWords,
  view,
  shows: ({ facts: { model } }) =>
    [...model.of('person'), ...model.of('supplier'), ...model.of('channel')].map((e) => e.id),
  build: (input, say) => {
    const { model } = input.facts;
    const rolesOf = rolesByPerson(input);
    const people = model.of('person').map((person) => {
      const travel = person.data.travelTime;
      return {
        anchor: anchorOf(person.id),
        ...contactOf(person, say, input.day),
        roles: rolesOf(person.id),
        travel: travel === undefined ? '' : say.onSite(span(travel)),
      };
    });
    const duty = model
      .of('role')
      .filter((role) => role.data.phones?.length)
      .map((role) => {
        const { id, name, phones } = contactOf(role, say, input.day);
        return { id, name, phones };
      });
    const suppliers = model.of('supplier').map((supplier) => ({
      anchor: anchorOf(supplier.id),
      id: supplier.id,
      name: supplier.name,
      customerNumber: supplier.data.customerNumber ?? '',
      contacts: (supplier.data.contacts ?? []).map((c) => ({
        name: c.name ?? '',
        phone: c.phone ?? '',
        mail: c.mail ?? '',
        hours: c.hours ?? '',
      })),
    }));
    const channels = model.of('channel').map((c) => ({
      anchor: anchorOf(c.id),
      id: c.id,
      name: c.name,
      kind: say.channelKinds[c.data.kind ?? ''] ?? '',
      address: c.data.address ?? '',
      needs: commas((c.data.dependsOn ?? []).map((e) => entryText(e, input.common))),
    }));
    return { content: { people, duty, suppliers, channels } };
  },
});
