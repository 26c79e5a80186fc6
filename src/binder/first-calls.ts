import type { Facts } from '../analysis/index.ts';
import type { Element } from '../model/model.ts';
import { firstNumber, whoAnswers } from './contacts.ts';

/** How many numbers fit on a card in large figures. */
const mostNumbers = 5;

/** Somebody to call at once: why, and under which number. */
export interface FirstCall {
  readonly who: string;
  readonly role: string;
  readonly number: string;
}

/** Words for the two tasks that are no roles of the plan. */
export interface FirstCallWords {
  readonly decides: string;
  readonly leads: string;
}

/** Who decides, who leads, then whoever fills the roles: each person once, with the best number. */
export function firstCalls(facts: Facts, say: FirstCallWords): readonly FirstCall[] {
  const { model } = facts;
  const callers: { role: string; people: readonly (Element<'person'> | Element<'role'>)[] }[] = [
    ...(model.plan?.activation?.decidedBy ?? []).map((id) => ({ role: say.decides, people: whoAnswers(facts, id) })),
    { role: say.leads, people: whoAnswers(facts, model.incidentResponse?.team?.lead) },
    ...model.of('role').map((role) => ({ role: role.name, people: whoAnswers(facts, role.id).slice(0, 1) })),
    { role: '', people: model.of('person') },
  ];
  const found = new Map<string, FirstCall>();
  for (const { role, people } of callers) {
    for (const person of people) {
      const number = firstNumber(person);
      if (number !== undefined && !found.has(person.id)) found.set(person.id, { who: person.name, role, number });
    }
  }
  return [...found.values()].slice(0, mostNumbers);
}
