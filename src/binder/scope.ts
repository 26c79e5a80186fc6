import type { Facts } from '../analysis/index.ts';
import type { Element } from '../model/model.ts';
import type { Recovery } from '../recovery/recovery.ts';

/** The kinds of paper that is not the whole binder. */
export type Extract = 'role' | 'scenario' | 'element';

/** What a paper is cut down to. */
export interface Scope {
  /** Undefined: everything. */
  readonly extract: Extract | undefined;
  /** The roles, the scenario or the elements it is for. */
  readonly ids: readonly string[];
  /** Whether an element, a procedure, a role or a scenario belongs into it. */
  readonly has: (id: string) => boolean;
}

/** The whole binder. */
export const everything: Scope = { extract: undefined, ids: [], has: () => true };

type Named = Readonly<Record<string, { readonly procedure?: string } | undefined>>;

/** The procedures, backups, contracts, spares and documents that a system brings with it. */
function* belongingsOf({ model, inherited }: Facts, id: string): Generator<string> {
  yield id;
  const data = (model.elements.get(id)?.data ?? {}) as { recovery?: Named; failover?: { procedure?: string } };
  for (const action of Object.values(data.recovery ?? {})) if (action?.procedure) yield action.procedure;
  if (data.failover?.procedure) yield data.failover.procedure;
  if (!model.node(id)) return;
  yield* inherited.contracts(id) ?? [];
  yield* inherited.spares(id) ?? [];
}

const aboutAny = ({ data }: Element<'procedure'>, ids: ReadonlySet<string>): boolean =>
  (data.about ?? []).some((id) => ids.has(id));

/** Elements with what belongs to them: procedures about them, backups that cover them. */
function withBelongings(facts: Facts, start: Iterable<string>): Set<string> {
  const systems = new Set(start);
  const all = new Set([...systems].flatMap((id) => [...belongingsOf(facts, id)]));
  for (const p of facts.model.of('procedure')) if (aboutAny(p, systems)) all.add(p.id);
  for (const b of facts.model.of('backup')) {
    if (!systems.has(b.id) && !b.data.covers.some((id) => systems.has(id))) continue;
    all.add(b.id);
    if (b.data.procedure) all.add(b.data.procedure);
  }
  return all;
}

/** Elements, what they need at once, and all that belongs to them. */
export function elementScope(facts: Facts, ids: readonly string[]): Scope {
  const wanted = new Set(ids);
  const needed = facts.model.requirements.filter((r) => wanted.has(r.from)).flatMap((r) => r.of);
  const all = withBelongings(facts, [...ids, ...needed]);
  return { extract: 'element', ids, has: (id) => all.has(id) };
}

/** What a scenario brings down and what brings it back. */
export function scenarioScope(facts: Facts, id: string, recovery: Recovery): Scope {
  const steps = recovery.steps;
  const all = withBelongings(facts, [
    ...recovery.scenario.failed.map((f) => f.id),
    ...steps.map((s) => s.element),
    ...recovery.lost.map((l) => l.id),
  ]);
  for (const s of steps) if (s.procedure) all.add(s.procedure);
  const scenario = facts.model.of('scenario').find((s) => s.id === id);
  for (const m of [...(scenario?.data.immediateMeasures ?? []), ...(scenario?.data.actions ?? [])]) {
    if (typeof m !== 'string' && m.procedure) all.add(m.procedure);
  }
  all.add(id);
  return { extract: 'scenario', ids: [id], has: (one) => all.has(one) };
}

/** What a role does: its steps, its procedures, the systems it looks after. */
export function roleScope(facts: Facts, roles: readonly string[], recovery: Recovery): Scope {
  const wanted = new Set(roles);
  const own = facts.model.nodes.filter((n) =>
    (facts.inherited.administrators(n.id) ?? []).some((administrator) => wanted.has(administrator)),
  );
  const steps = recovery.steps.filter((s) => Object.keys(s.staff).some((role) => wanted.has(role)));
  const all = new Set([...roles, ...own.map((n) => n.id), ...steps.map((s) => s.element)]);
  for (const s of steps) if (s.procedure) all.add(s.procedure);
  for (const p of facts.model.of('procedure')) {
    const by = [...(p.data.steps ?? []), ...(p.data.variants ?? []).flatMap((v) => v.steps)].map((s) => s.by);
    if (by.some((role) => role !== undefined && wanted.has(role))) all.add(p.id);
  }
  return { extract: 'role', ids: roles, has: (id) => all.has(id) };
}
