import type { Location } from '../diagnostics/location.ts';
import {
  type Bypass,
  type Entry,
  type Kind,
  type Objective,
  type Relation,
  relations,
  type When,
} from '../inventory/index.ts';
import type { BadRequirement, Element, Requirement } from './model.ts';
import { asWritten } from './written.ts';

/** What the compiler needs to know of the world around one element. */
export interface Scope {
  /** The node's own text of this id, or undefined: only nodes can be required. One text for all saves looking at it. */
  readonly nodeId: (id: string) => string | undefined;
  readonly kindOf: (id: string) => Kind | undefined;
  readonly report: (problem: BadRequirement) => void;
}

/** An entry with its alternatives spelled out, whatever way it was written. */
interface Spelled {
  readonly ids: readonly string[];
  /** Undefined: all of them, each a requirement of its own or, where a plain list means any, one. */
  readonly atLeast: number | undefined;
  readonly when?: When | undefined;
  readonly grace?: number | undefined;
  readonly bypass?: Bypass | undefined;
  readonly passes?: readonly Objective[] | undefined;
  readonly index: number;
}

const noEntries: readonly Entry[] = [];

function spell(entry: Entry, index: number): Spelled {
  if (typeof entry === 'string') return { ids: [entry], atLeast: undefined, index };
  const { id, anyOf, of, atLeast, when, grace, bypass, passes } = entry;
  const rest = { when, grace, bypass, passes, index };
  if (anyOf) return { ids: anyOf, atLeast: 1, ...rest };
  if (of) return { ids: of, atLeast: atLeast ?? of.length, ...rest };
  return { ids: id === undefined ? [] : [id], atLeast: undefined, ...rest };
}

/** `restore` and `later` never pass availability on: a late or one-time need is no need to be always there. */
function passedOn(relation: Relation, when: When, passes: readonly Objective[] | undefined): readonly Objective[] {
  if (passes) return passes;
  return when === 'later' || when === 'restore' ? relation.passes.filter((o) => o !== 'availability') : relation.passes;
}

function requirement(
  element: Element,
  relation: Relation,
  spelled: Omit<Spelled, 'index'>,
  at: Location,
  scope: Scope,
): Requirement | undefined {
  const written = [...new Set(spelled.ids)];
  const of = written.map(scope.nodeId).filter((id) => id !== undefined);
  if (of.length === 0) return undefined;
  const when = spelled.when ?? relation.when;
  const wanted = spelled.atLeast ?? 1;
  const from = element.id;
  if (wanted > written.length) {
    const detail = `needs ${wanted} of ${written.length}`;
    scope.report({ from, relation: relation.field, at, problem: 'too-many', detail });
  }
  const graceMeansSomething = when === 'run' || when === 'later';
  if (spelled.grace !== undefined && !graceMeansSomething) {
    scope.report({ from, relation: relation.field, at, problem: 'grace', detail: when });
  }
  return {
    from,
    of,
    // An unknown id or a slip in the number must not make a system impossible to start in an outage.
    atLeast: Math.min(wanted, of.length),
    when,
    ...(spelled.grace !== undefined && graceMeansSomething ? { grace: spelled.grace } : {}),
    ...(spelled.bypass ? { bypass: spelled.bypass } : {}),
    relation: relation.field,
    lost: relation.lost,
    passes: passedOn(relation, when, spelled.passes),
    at,
  };
}

/** Plain entries of an "any one will do" list become one requirement for each way (`when`, `grace`) they are meant. */
function anyOfThem(spelled: readonly Spelled[]): { group: Omit<Spelled, 'index'>; index: number | undefined }[] {
  const groups = new Map<string, Spelled[]>();
  const alone: { group: Omit<Spelled, 'index'>; index: number | undefined }[] = [];
  for (const one of spelled) {
    if (one.atLeast !== undefined || one.bypass) {
      alone.push({ group: { ...one, atLeast: one.atLeast ?? 1 }, index: one.index });
      continue;
    }
    const key = `${one.when ?? ''}|${one.grace ?? ''}|${one.passes?.join() ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const together = [...groups.values()].map((group) => ({
    group: { ...(group[0] as Spelled), ids: group.flatMap((g) => g.ids), atLeast: 1 },
    index: group.length === 1 ? (group[0] as Spelled).index : undefined,
  }));
  return [...together, ...alone].sort((a, b) => (a.index ?? -1) - (b.index ?? -1));
}

function compileField(element: Element, relation: Relation, entries: readonly Entry[], scope: Scope): Requirement[] {
  const place = (index: number | undefined): Location => {
    const path = index === undefined ? [relation.field] : asWritten([relation.field, index], element.dropped);
    return { ...element.at, path: [...element.at.path, ...path] };
  };
  const spelled = entries.map(spell);
  const groups =
    relation.plain === 'any'
      ? anyOfThem(spelled)
      : spelled.map((one) => ({ group: { ...one, atLeast: one.atLeast ?? 1 }, index: one.index }));
  const found: Requirement[] = [];
  for (const { group, index } of groups) {
    const one = requirement(element, relation, group, place(index), scope);
    if (one) found.push(one);
  }
  return found;
}

/** A cluster is up while one member is; it is whole while as many are as its tolerance leaves. */
function compileMembers(element: Element<'cluster'>, relation: Relation, scope: Scope): Requirement[] {
  const members = [...new Set(element.data.members ?? [])];
  if (members.length === 0) return [];
  const at: Location = { ...element.at, path: [...element.at.path, 'members'] };
  const tolerated = element.data.toleratesHostFailures ?? 0;
  const whole = Math.max(1, members.length - tolerated);
  const of = { ids: members };
  return [
    requirement(element, relation, { ...of, atLeast: 1, when: 'run' }, at, scope),
    requirement(element, relation, { ...of, atLeast: whole, when: 'later' }, at, scope),
  ].filter((r) => r !== undefined);
}

function compileProviders(element: Element<'service'>, relation: Relation, scope: Scope): Requirement[] {
  const ids = element.data.providers ?? [];
  const at: Location = { ...element.at, path: [...element.at.path, 'providers'] };
  const one = requirement(element, relation, { ids, atLeast: element.data.atLeast ?? 1 }, at, scope);
  return one ? [one] : [];
}

const relationsByKind = new Map<Kind, readonly Relation[]>();
for (const relation of relations) {
  for (const kind of relation.from) relationsByKind.set(kind, [...(relationsByKind.get(kind) ?? []), relation]);
}

/** The UPS carries its load for its runtime after the mains are gone: a grace on its own `poweredBy`. */
function withRuntime(element: Element, found: readonly Requirement[]): readonly Requirement[] {
  const runtime = element.kind === 'facility' ? (element as Element<'facility'>).data.runtime : undefined;
  if (runtime === undefined) return found;
  return found.map((r) => (r.relation === 'poweredBy' && r.grace === undefined ? { ...r, grace: runtime } : r));
}

/** All requirements that one element states, in the order of the relation table and of its lists. */
export function compileRequirements(element: Element, scope: Scope): readonly Requirement[] {
  const found: Requirement[] = [];
  for (const relation of relationsByKind.get(element.kind) ?? []) {
    if (relation.field === 'members') {
      found.push(...compileMembers(element as Element<'cluster'>, relation, scope));
    } else if (relation.field === 'providers') {
      found.push(...compileProviders(element as Element<'service'>, relation, scope));
    } else {
      const value = (element.data as Readonly<Record<string, unknown>>)[relation.field];
      if (value === undefined) continue;
      const entries = (Array.isArray(value) ? value : [value]) as readonly Entry[];
      found.push(...compileField(element, relation, entries.length > 0 ? entries : noEntries, scope));
    }
  }
  return withRuntime(element, found);
}
