import type { Facts } from '../analysis/index.ts';
import { firstNumber, peopleOf } from './contacts.ts';
import { nameOf } from './format.ts';
import { group, text } from './view.ts';

/** Somebody to call, on the page where the call is made. */
export const callerView = group(
  {
    name: text('Name of the person; of the role where nobody is named.'),
    role: text('Why this person: the role; empty where the person was named.'),
    number: text('The best telephone number; empty: none is recorded.'),
  },
  'Somebody to call.',
);

/** The people behind roles and people, each once, the first holder of a role first, with their best numbers. */
export function callersOf(facts: Facts, ids: readonly (string | undefined)[]) {
  const callers = ids.flatMap((id) => {
    if (id === undefined) return [];
    const people = peopleOf(facts, id);
    // A role that nobody fills by name is called by its name: somebody may know who that is today.
    if (people.length === 0) return [{ id, name: nameOf(facts, id), role: '', number: '' }];
    const role = facts.model.elements.get(id)?.kind === 'role' ? nameOf(facts, id) : '';
    return people.map((p) => ({ id: p.id, name: p.name, role, number: firstNumber(p) ?? '' }));
  });
  const first = new Map(callers.toReversed().map((caller) => [caller.id, caller]));
  const order = [...new Set(callers.map((caller) => caller.id))];
  return order.flatMap((id) => {
    const caller = first.get(id);
    return caller ? [{ name: caller.name, role: caller.role, number: caller.number }] : [];
  });
}
