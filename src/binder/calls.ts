import type { SectionInput } from './binder.ts';
import { firstNumber, whoAnswers } from './contacts.ts';
import { nameOf } from './format.ts';
import { group, list, text } from './view.ts';

/** Somebody to call from a page: no page sends its reader to another one for a number. */
export interface Call {
  readonly who: string;
  readonly role: string;
  readonly number: string;
}

/** People with their numbers, for the partial `calls`. */
export const callsView = (what: string) =>
  list(
    group(
      {
        who: text('Name.'),
        role: text('Role, with the rank of a deputy; empty: named as a person.'),
        number: text('Best telephone number; empty: none is recorded.'),
      },
      'Somebody to call.',
    ),
    what,
  );

/** The people behind roles and persons, each once. */
export function callsTo({ facts, common }: SectionInput, ids: readonly (string | undefined)[]): readonly Call[] {
  const found = new Map<string, Call>();
  for (const id of new Set(ids)) {
    if (id === undefined) continue;
    const isRole = facts.model.elements.get(id)?.kind === 'role';
    const role = isRole ? nameOf(facts, id) : '';
    const answering = whoAnswers(facts, id);
    const onDuty = answering.find((e) => e.kind === 'role');
    const people = answering.filter((e) => e.kind === 'person');
    if (onDuty) found.set(id, { who: role, role: common.onDuty, number: firstNumber(onDuty) ?? '' });
    else if (people.length === 0) found.set(id, { who: common.nobodyNamed, role: role || id, number: '' });
    for (const [at, person] of people.entries()) {
      const rank = isRole && at > 0 ? `${role} (${common.deputy(at)})` : role;
      const known = found.get(person.id);
      const said = known ? [known.role, rank].filter(Boolean).join(', ') : rank;
      found.set(person.id, { who: person.name, role: said, number: firstNumber(person) ?? '' });
    }
  }
  return [...found.values()];
}

/** Names of the people behind a role or person in one line, each with the best number: for cells of a table. */
export function namesWithNumbers(input: SectionInput, id: string | undefined, most = 2): string {
  const calls = id === undefined ? [] : callsTo(input, [id]);
  const said = calls.slice(0, most).map(({ who, number }) => (number === '' ? who : `${who} ${number}`));
  return said.join('; ');
}
