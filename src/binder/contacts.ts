import type { Facts } from '../analysis/index.ts';
import type { Element } from '../model/model.ts';
import type { callListWords } from './words/call-list.ts';

/** Somebody with the ways to reach them. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly { readonly number: string; readonly note: string }[];
  readonly mail: string;
}

/** The telephone numbers of a person or of whoever is on duty, with what one must know of each. */
export function contactOf(
  { id, name, data }: Element<'person'> | Element<'role'>,
  say: (typeof callListWords)['en'],
  day: (date: string | undefined) => string,
): Contact {
  const phones = (data.phones ?? []).map((phone) => ({
    number: phone.number,
    note: [
      say.phoneKinds[phone.kind ?? ''] ?? '',
      phone.via === undefined ? '' : say.needsVia(phone.via),
      phone.verified === undefined ? '' : say.verified(day(phone.verified)),
    ]
      .filter(Boolean)
      .join(', '),
  }));
  return { id, name, phones, mail: 'mail' in data ? (data.mail ?? '') : '' };
}

/** The best number of a person or of whoever is on duty in a role; undefined: none is recorded. */
export const firstNumber = ({ data }: Element<'person'> | Element<'role'>): string | undefined =>
  data.phones?.[0]?.number;

/** The people behind a role or a person's id, the first one first. */
export function peopleOf(facts: Facts, id: string | undefined): readonly Element<'person'>[] {
  const element = id === undefined ? undefined : facts.model.elements.get(id);
  if (element?.kind === 'person') return [element as Element<'person'>];
  if (element?.kind !== 'role') return [];
  return ((element as Element<'role'>).data.holders ?? [])
    .map((holder) => facts.model.elements.get(holder))
    .filter((e): e is Element<'person'> => e?.kind === 'person');
}

/** Who answers when a role or a person is called: first the number of the role itself, where it has one. */
export function whoAnswers(facts: Facts, id: string | undefined): readonly (Element<'person'> | Element<'role'>)[] {
  const element = id === undefined ? undefined : facts.model.elements.get(id);
  const people = peopleOf(facts, id);
  if (element?.kind !== 'role') return people;
  const role = element as Element<'role'>;
  return firstNumber(role) === undefined ? people : [role, ...people];
}
