import type { SectionBuilder } from '../binder.ts';
import { contactOf } from '../contacts.ts';
import { anchorOf, commas, span } from '../words.ts';

/** Whom to call, with every number, and what to do when the telephone is part of the outage. */
export const callList: SectionBuilder = {
  name: 'call-list',
  build: ({ facts }) => {
    const { model } = facts;
    const rolesOf = (person: string): string =>
      commas(
        model.of('role').flatMap((role) => {
          const at = (role.data.holders ?? []).indexOf(person);
          return at === -1 ? [] : [at === 0 ? role.name : `${role.name} (deputy ${at})`];
        }),
      );
    const people = model.of('person').map((person) => {
      const { phones, mail, name } = contactOf(person);
      const travel = person.data.travelTime;
      return {
        anchor: anchorOf(person.id),
        id: person.id,
        name,
        roles: rolesOf(person.id),
        phones,
        mail,
        travel: travel === undefined ? '' : `on site in ${span(travel)}`,
      };
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
      kind: c.data.kind ?? '',
      address: c.data.address ?? '',
      needs: commas(
        (c.data.dependsOn ?? []).map((e) => (typeof e === 'string' ? e : (e.id ?? commas(e.anyOf ?? e.of)))),
      ),
    }));
    return { title: 'Alarm and call list', content: { people, suppliers, channels } };
  },
};
