import { type Level, levels } from '../inventory/index.ts';
import type { Element, Model } from '../model/model.ts';
import type { Needs } from './protection-needs.ts';
import { staffAsked } from './staff-asked.ts';

/** Roles that must be filled at once and have fewer people than that between them. */
export interface OverlappingRoles {
  readonly roles: readonly Element<'role'>[];
  readonly people: readonly string[];
}

/** Who fills which role, and what for. */
export interface RoleStaffing {
  /** The people behind a role or person, each once, in the order written; empty: nobody is named. */
  readonly peopleOf: (id: string | undefined) => readonly Element<'person'>[];
  /** How many people fill a role, named or not. */
  readonly filledBy: (role: Element<'role'>) => number;
  /** The elements whose recovery asks for the role, sorted. */
  readonly actsOn: (role: string) => readonly string[];
  /** The highest availability need of these; `normal` for none. */
  readonly need: (role: string) => Level;
  /** People who make backups or read them back, by their role or by name; sorted by id. */
  readonly restorers: readonly Element<'person'>[];
  readonly overlapping: readonly OverlappingRoles[];
}

/**
 * Sets of roles that cannot all be filled at once, one person each: a largest matching of roles and people (Kuhn), and
 * from each role it leaves open the roles whose people are all taken by each other (Hall).
 */
function overlapping(roles: readonly Element<'role'>[], holders: (role: Element<'role'>) => readonly string[]) {
  const taken = new Map<string, Element<'role'>>();
  const assign = (role: Element<'role'>, seen: Set<string>): boolean => {
    for (const person of holders(role)) {
      if (seen.has(person)) continue;
      seen.add(person);
      const other = taken.get(person);
      if (other && !assign(other, seen)) continue;
      taken.set(person, role);
      return true;
    }
    return false;
  };
  const short = roles.filter((role) => !assign(role, new Set()));
  for (const role of short) {
    for (const person of holders(role)) {
      const other = taken.get(person);
      if (other && !short.includes(other)) short.push(other);
    }
  }
  // Roles that share nobody are short of people each for themselves.
  const sets: OverlappingRoles[] = [];
  const rest = new Set(roles.filter((role) => short.includes(role)));
  for (const first of rest) {
    const found = [first];
    const people = new Set<string>();
    for (const role of found) {
      rest.delete(role);
      for (const person of holders(role)) people.add(person);
      found.push(...[...rest].filter((r) => !found.includes(r) && holders(r).some((p) => people.has(p))));
    }
    sets.push({ roles: roles.filter((r) => found.includes(r)), people: [...people].sort() });
  }
  return sets;
}

/** Reads roles, people, and the staff of every action, failover and bypass. */
export function roleStaffing(model: Model, needs: () => Needs): RoleStaffing {
  const peopleOf = (id: string | undefined): readonly Element<'person'>[] => {
    const element = model.elements.get(id ?? '');
    if (element?.kind === 'person') return [element as Element<'person'>];
    if (element?.kind !== 'role') return [];
    return [...new Set((element as Element<'role'>).data.holders)].flatMap(peopleOf);
  };
  const acts = new Map<string, Set<string>>();
  const restoring = new Set<string>();
  for (const { element, action, staff } of staffAsked(model)) {
    for (const role of Object.keys(staff)) {
      const elements = acts.get(role) ?? new Set();
      acts.set(role, elements.add(element));
      if (action === 'restore') restoring.add(role);
    }
  }
  for (const { data } of model.of('backup')) if (data.responsible !== undefined) restoring.add(data.responsible);
  const actsOn = (role: string): readonly string[] => [...(acts.get(role) ?? [])].sort();
  const named = model.of('role').filter((role) => peopleOf(role.id).length > 0);
  return {
    peopleOf,
    filledBy: (role) => peopleOf(role.id).length || (role.data.count ?? 0),
    actsOn,
    need: (role) => {
      const all = actsOn(role).map((id) => needs().effective(model.node(id)?.index ?? 0, 'availability'));
      return levels[Math.max(0, ...all.map((level) => levels.indexOf(level)))] as Level;
    },
    restorers: [...new Set([...restoring].flatMap(peopleOf))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    overlapping: overlapping(named, (role) => peopleOf(role.id).map((p) => p.id)),
  };
}
