import type { Element, Model } from '../../model/model.ts';
import { yearly } from '../due.ts';
import type { RoleStaffing } from '../role-staffing.ts';
import { isTopic, validUntil } from '../trainings.ts';
import { type Duty, keeper, placeOf, repeated } from './duty.ts';

const newest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

/** Contacts of people, of roles on duty and of suppliers, tried by calling them. */
function* contacts(model: Model): Generator<Duty> {
  const interval = { written: model.policy.review?.contacts, usual: yearly };
  const of = (element: Element, dates: readonly (string | undefined)[]): Duty => ({
    what: 'contact-check',
    element: element.id,
    ...repeated(newest(dates), interval, 'never tried'),
    ...keeper(model),
    at: placeOf(element),
  });
  for (const person of model.of('person')) {
    yield of(person, [person.data.verified, ...(person.data.phones ?? []).map((p) => p.verified)]);
  }
  for (const role of model.of('role')) {
    if (role.data.phones?.length) {
      yield of(
        role,
        role.data.phones.map((p) => p.verified),
      );
    }
  }
  for (const supplier of model.of('supplier')) {
    yield of(
      supplier,
      (supplier.data.contacts ?? []).map((c) => c.verified),
    );
  }
}

/** Each topic of a person once: the day on which the last of its trainings runs out. */
function* trained(model: Model, person: Element<'person'>): Generator<Duty> {
  const all = person.data.trainings ?? [];
  for (const [i, training] of all.entries()) {
    const same = all.filter((t) => isTopic(training.topic)(t.topic));
    // The newest of a topic speaks for it.
    if (all.some((t, k) => k !== i && same.includes(t) && (t.date ?? '') > (training.date ?? ''))) continue;
    if (all.some((t, k) => k < i && same.includes(t) && t.date === training.date)) continue;
    const ends = same.map((t) => validUntil(model, t));
    const dueOn = newest(ends);
    // A training without an end counts for good.
    if (dueOn === undefined || ends.includes(undefined)) continue;
    yield {
      what: 'training',
      element: person.id,
      detail: training.topic,
      ...(training.date === undefined ? {} : { last: training.date }),
      stated: true,
      dueOn,
      responsible: person.id,
      at: placeOf(person, 'trainings', i),
    };
  }
}

/** Topics that roles ask of a person who was never trained in them; `''`: any, since there was no training at all. */
export function topicsLacking(model: Model, staffing: RoleStaffing): ReadonlyMap<Element<'person'>, readonly string[]> {
  const asked = new Map<Element<'person'>, Set<string>>();
  for (const role of model.of('role')) {
    for (const person of staffing.peopleOf(role.id)) {
      const known = asked.get(person) ?? new Set();
      for (const topic of role.data.needs ?? []) known.add(topic);
      asked.set(person, known);
    }
  }
  const lacking = new Map<Element<'person'>, readonly string[]>();
  for (const [person, topics] of asked) {
    const attended = person.data.trainings ?? [];
    const never = [...topics].filter((topic) => !attended.some((t) => isTopic(topic)(t.topic)));
    lacking.set(person, never.length === 0 && attended.length === 0 ? [''] : never);
  }
  return lacking;
}

/** Contacts to be tried and trainings to be had. */
export function* peopleDuties(model: Model, staffing: RoleStaffing): Generator<Duty> {
  yield* contacts(model);
  for (const person of model.of('person')) yield* trained(model, person);
  for (const [person, topics] of topicsLacking(model, staffing)) {
    for (const topic of topics) {
      yield {
        what: 'training',
        element: person.id,
        ...(topic === '' ? {} : { detail: topic }),
        stated: topic !== '',
        reason: topic === '' ? 'fills a role and has had no training' : 'never trained in it, and a role asks for it',
        responsible: person.id,
        at: placeOf(person),
      };
    }
  }
}
