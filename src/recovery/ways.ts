import {
  buildRequirementGraph,
  type Deadlock,
  explainDeadlocks,
  type RequirementGraph,
  type Situation,
  type Startability,
  startability,
} from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import type { UsedBypass } from './recovery.ts';
import { recoveryOf } from './times.ts';

/** The ways that are open in this event: other places for restores, documented ways round. */
export interface Ways {
  /** The plan with the other places that `restore.to` names as alternatives of what is restored. */
  readonly model: Model;
  readonly graph: RequirementGraph;
  readonly startable: Startability;
  /** Requirements that a documented bypass meets instead. */
  readonly bypassed: ReadonlySet<Requirement>;
  readonly used: readonly UsedBypass[];
  /** Nodes, by number, that are set up anew without their data: what a restore needs does not come back. */
  readonly rebuilt: ReadonlySet<number>;
  /** As they were found before any bypass was taken. */
  readonly deadlocks: readonly Deadlock[];
}

/** What is restored may also run and lie where its `restore.to` says. The same model where nothing does. */
export function withOtherPlaces(model: Model, restoring: Uint8Array): Model {
  const others = new Map<string, Readonly<Record<string, readonly string[] | undefined>>>();
  for (const node of model.nodes) {
    const { to } = recoveryOf(node).restore ?? {};
    if (restoring[node.index] && to) others.set(node.id, to as Readonly<Record<string, readonly string[]>>);
  }
  if (others.size === 0) return model;
  const requirements = model.requirements.map((r) => {
    const more = others.get(r.from)?.[r.relation];
    return more && more.length > 0 ? { ...r, of: [...new Set([...r.of, ...more])] } : r;
  });
  return { ...model, requirements };
}

/** What something is made of and stands on: nobody goes round that. */
const unavoidable = new Set(['runsOn', 'storedOn', 'partOf', 'members', 'poweredBy']);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Finds what can be started, taking documented bypasses where something is locked or lost without them: the smallest
 * repairs first, as long as one helps (analysis.md §2). `also`: bypasses that are taken in any case; `refused`: those
 * that have failed.
 */
export function waysOf(
  plan: Model,
  planGraph: RequirementGraph,
  situation: Situation,
  options: { readonly also?: ReadonlySet<string>; readonly refused?: ReadonlySet<string> } = {},
): Ways {
  const model = withOtherPlaces(plan, situation.restoring);
  const graph = model === plan ? planGraph : buildRequirementGraph(model);
  const chosen = new Map<number, UsedBypass['why']>();
  const usable = (i: number): boolean => {
    const r = model.requirements[i] as Requirement;
    return (
      r.bypass !== undefined && !unavoidable.has(r.relation) && !chosen.has(i) && !options.refused?.has(bypassKey(r))
    );
  };
  if (options.also) {
    for (const [i, r] of model.requirements.entries())
      if (usable(i) && options.also.has(bypassKey(r))) chosen.set(i, 'rto');
  }
  const rebuilt = new Set<number>();
  const unneeded = new Set<number>();
  /** What cannot be restored may be set up anew, where the plan says how: without its data. */
  const tryRebuild = (v: number): boolean => {
    const node = model.nodes[v] as Node;
    if (!situation.restoring[v] || rebuilt.has(v) || recoveryOf(node).rebuild === undefined) return false;
    const needed = restoreNeeds.get(node.id) ?? [];
    if (needed.length === 0) return false;
    rebuilt.add(v);
    for (const i of needed) unneeded.add(i);
    return true;
  };
  const restoreNeeds = new Map<string, number[]>();
  for (const [i, r] of model.requirements.entries()) {
    if (r.when === 'restore') restoreNeeds.set(r.from, [...(restoreNeeds.get(r.from) ?? []), i]);
  }
  let startable = startability(model, situation, new Set(chosen.keys()));
  const deadlocks = startable.deadlocked.length > 0 ? explainDeadlocks(model, startable) : [];
  let found = deadlocks;
  for (let grown = true; grown; ) {
    grown = false;
    const take = (i: number, why: UsedBypass['why']): void => {
      chosen.set(i, why);
      grown = true;
    };
    const indexOf = (w: Deadlock['repairs'][number]['waived'][number]): number =>
      model.requirements.findIndex(
        (r) => r.from === w.from && r.relation === w.relation && r.of.join() === w.of.join(),
      );
    for (const { repairs } of found) {
      const documented = repairs.find((r) => r.waived.every((w) => usable(indexOf(w))));
      for (const w of documented?.waived ?? []) take(indexOf(w), 'deadlock');
    }
    for (const { because } of startable.lost) for (const i of because) if (usable(i)) take(i, 'lost');
    if (!grown) {
      const stuck = [...startable.deadlocked, ...startable.lost.map((l) => l.node)];
      for (const v of stuck) if (tryRebuild(v)) grown = true;
    }
    if (!grown) break;
    startable = startability(model, situation, new Set([...chosen.keys(), ...unneeded]));
    found = startable.deadlocked.length > 0 ? explainDeadlocks(model, startable) : [];
  }
  const used = [...chosen].map(([i, why]): UsedBypass => {
    const { from, relation, of, bypass } = model.requirements[i] as Requirement;
    return { from, relation, of, why, ...(bypass?.procedure === undefined ? {} : { procedure: bypass.procedure }) };
  });
  return {
    model,
    graph,
    startable,
    bypassed: new Set([...chosen.keys()].map((i) => model.requirements[i] as Requirement)),
    used: used.sort((a, b) => byText(a.from, b.from) || byText(a.of.join(), b.of.join())),
    rebuilt: onlyNeeded(rebuilt, startable.back),
    deadlocks,
  };
}

/** Of what was tried, what comes back by it. */
const onlyNeeded = (rebuilt: ReadonlySet<number>, back: Uint8Array): ReadonlySet<number> =>
  new Set([...rebuilt].filter((v) => back[v]));

/** A bypass by its element and what it goes round: stable, and readable in a step's id. */
export const bypassKey = (r: Pick<Requirement, 'from' | 'of'>): string => `${r.from}/bypass.${r.of.join('+')}`;
