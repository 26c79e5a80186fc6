import type { Element, Model } from '../model/model.ts';

/** Somebody who can be given a step. */
export interface Member {
  /** The person's id; for somebody without a name the role's id with a number: "contractor #2". */
  readonly id: string;
  readonly roles: ReadonlySet<string>;
  /** Minutes from the moment of planning until this person is there; Infinity: does not come. */
  readonly from: number;
}

/** What is said of the people who are there. */
export interface StaffOptions {
  /** By role: how many of its holders there are, and when, in minutes from the moment of planning. */
  readonly staff?: ReadonlyMap<string, readonly { readonly count: number; readonly from: number }[]>;
  /** Only these people are there; nobody else who has a name. */
  readonly present?: ReadonlySet<string>;
  /** Minutes since the people were called: so much of their way lies behind them. */
  readonly travelled?: number;
}

/** The people a recovery is planned with. */
export interface Team {
  readonly members: readonly Member[];
  /** Roles that steps ask for and that the plan fills with too few people: as many were assumed. */
  readonly assumed: readonly { readonly role: string; readonly named: number; readonly needed: number }[];
}

const holdersOf = (model: Model, role: string): readonly string[] => {
  const { holders, count = 0 } = (model.elements.get(role)?.data ?? {}) as Element<'role'>['data'];
  const named = [holders ?? []].flat();
  const nameless = Math.max(0, count - named.length);
  return [...named, ...Array.from({ length: nameless }, (_, i) => `${role} #${named.length + i + 1}`)];
};

/**
 * The people there are, each once, whatever roles they hold. `needed`: by role, how many of it one step asks for at most.
 * A role that the plan leaves empty or too small is filled up with people without a name, and said so: an outage must
 * not stop at a gap in the plan. What `staff` and `present` say is never filled up.
 */
export function teamOf(model: Model, needed: ReadonlyMap<string, number>, options: StaffOptions): Team {
  const roles = new Map<string, Set<string>>();
  const from = new Map<string, number>();
  const assumed: { role: string; named: number; needed: number }[] = [];
  const join = (id: string, role: string, at: number): void => {
    const known = roles.get(id);
    if (known) known.add(role);
    else roles.set(id, new Set([role]));
    from.set(id, Math.min(from.get(id) ?? Number.POSITIVE_INFINITY, at));
  };
  const arrival = (id: string): number => {
    const person = model.elements.get(id);
    if (person?.kind !== 'person') return 0;
    const { travelTime = 0 } = person.data as Element<'person'>['data'];
    return Math.max(0, travelTime - (options.travelled ?? 0));
  };
  const isThere = (id: string): boolean =>
    options.present === undefined || model.elements.get(id)?.kind !== 'person' || options.present.has(id);
  for (const [role, most] of [...needed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = holdersOf(model, role);
    const said = options.staff?.get(role);
    if (said) {
      const free = known.filter(isThere);
      let next = 0;
      for (const { count, from: at } of [...said].sort((a, b) => a.from - b.from)) {
        for (let i = 0; i < count; i++, next++) {
          const id = free[next] ?? `${role} #${next + 1}`;
          join(id, role, at > 0 ? at : arrival(id));
        }
      }
      continue;
    }
    const there = known.filter(isThere);
    for (const id of there) join(id, role, arrival(id));
    if (known.length >= most) continue;
    assumed.push({ role, named: known.length, needed: most });
    for (let i = known.length; i < most; i++) join(`${role} #${i + 1}`, role, 0);
  }
  const members = [...roles].map(([id, held]): Member => ({ id, roles: held, from: from.get(id) as number }));
  return { members: members.sort((a, b) => (a.id < b.id ? -1 : 1)), assumed };
}

/** The name of somebody who was planned with; without one the role's name with the number: "Electrician #2". */
export function nameOfMember(model: Model, id: string): string {
  const at = id.lastIndexOf(' #');
  const role = at === -1 ? undefined : model.elements.get(id.slice(0, at));
  return role ? `${role.name}${id.slice(at)}` : (model.elements.get(id)?.name ?? id);
}
