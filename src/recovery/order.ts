import type { Facts } from '../analysis/index.ts';
import type { Model, Node } from '../model/model.ts';
import { boundsOf } from './bounds.ts';
import { type Draft, draftOf, type OrderOptions } from './draft.ts';
import type { Event } from './event.ts';
import { helpfulBypasses } from './helpful-bypasses.ts';
import { measuresOf } from './measures.ts';
import { objectivesOf } from './objectives.ts';
import type { Lost, Objective, Planned, Recovery, Remedy } from './recovery.ts';
import { remediesOf } from './remedies.ts';
import { stepsOf } from './steps.ts';
import { containment, nothingReported } from './task-list.ts';
import { chainTo, type Timed } from './timed.ts';

export type { OrderOptions } from './draft.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lostOf(draft: Draft): Lost[] {
  const { ways, lostWith } = draft;
  const { model, startable } = ways;
  const locked = new Set(startable.deadlocked);
  const unreachable = startable.lost.map(({ node, because }) => ({
    id: (model.nodes[node] as Node).id,
    because: [...new Set(because.flatMap((r) => model.requirements[r]?.of ?? []))].sort(byText),
  }));
  const unstaffed = [...lostWith]
    .filter(([node]) => !locked.has(node))
    .map(([node, because]) => ({ id: (model.nodes[node] as Node).id, because: [...because] }));
  return [...unreachable, ...unstaffed]
    .filter((l) => model.elements.get(l.id)?.kind !== 'backup')
    .sort((a, b) => byText(a.id, b.id));
}

/** What comes back without a step, when it serves again; what never does is not among them. */
function resumesOf({ timed, serves, impact }: Draft): ReadonlyMap<string, number> {
  const found = timed.graph.tasks
    .filter((t) => t.action === null && t.id !== containment && t.node.kind !== 'backup')
    // A place that is destroyed is not built up again by this order.
    .filter((t) => !impact.nodes[t.node.index]?.effects.includes('destroyed'))
    .filter((t) => Number.isFinite(serves[t.node.index]))
    .map((t): [string, number] => [t.node.id, Math.max(0, serves[t.node.index] as number)])
    .sort((a, b) => a[1] - b[1] || byText(a[0], b[0]));
  return new Map(found);
}

/** What is up again and still gives no service, since something it needs to serve never comes back. */
function notServingOf({ ways, up, serves }: Draft): Lost[] {
  const { model, bypassed } = ways;
  const never = (id: string): boolean => serves[(model.node(id) as Node).index] === Number.POSITIVE_INFINITY;
  const idle = model.nodes.filter((n) => n.kind !== 'backup' && Number.isFinite(up[n.index]) && never(n.id));
  const ids = new Set(idle.map((n) => n.id));
  const because = new Map<string, string[]>();
  for (const r of model.requirements) {
    if (!ids.has(r.from) || (r.when !== 'run' && r.when !== 'serve') || bypassed.has(r)) continue;
    const missing = r.of.filter(never);
    if (r.of.length - missing.length < r.atLeast) because.set(r.from, [...(because.get(r.from) ?? []), ...missing]);
  }
  return idle.map((n) => ({ id: n.id, because: [...new Set(because.get(n.id))].sort(byText) }));
}

/** The last task to finish on the critical path; ties go to the first element. */
function lastTaskOf({ graph, swept, makespan }: Timed): number | undefined {
  return graph.tasks.find((t) => swept.finish[t.index] === makespan && t.action !== null && t.doneAt === undefined)
    ?.index;
}

function plannedOf({ team, timed, running }: Draft): Planned[] {
  const busy = new Float64Array(timed.resources.names.length);
  for (const { index, time } of timed.graph.tasks) {
    for (const u of running.get(index) ?? timed.units[index] ?? []) busy[u] = (busy[u] as number) + time.attended;
  }
  return team.members.map(({ id, roles, from }, u) => ({
    id,
    roles: [...roles].sort(byText),
    from: Number.isFinite(from) ? from : null,
    busy: busy[u] as number,
  }));
}

function progressOf({ timed }: Draft, { reported = nothingReported }: OrderOptions): Recovery['progress'] {
  const { tasks } = timed.graph;
  return {
    done: tasks.filter((t) => t.doneAt !== undefined).map((t) => t.id),
    running: tasks.filter((t) => t.running).map((t) => t.id),
    failed: [...reported.failed].sort(byText),
  };
}

/** The elements that no documented way opens. */
const lockedOf = (model: Model, deadlocked: Int32Array): string[] =>
  [...deadlocked].map((v) => (model.nodes[v] as Node).id).sort(byText);

/**
 * The order in which everything that is down comes back, with the people there are, what never comes back, which
 * promises are kept, and what would keep those that are not. Always the same for the same plan, event and options.
 * Semantics: analysis.md §2 to §4.
 */
export function orderOf(facts: Facts, event: Event, options: OrderOptions = {}): Recovery {
  const first = draftOf(facts, event, options);
  const { draft, helpful } = options.brief
    ? { draft: first, helpful: [] }
    : helpfulBypasses(facts, event, options, first);
  const { impact, ways, timed, scheduled, team, circumstances, promises, elapsed } = draft;
  const last = lastTaskOf(timed);
  const critical = last === undefined ? [] : chainTo(timed, last);
  const isStep = (task: number): boolean => timed.graph.tasks[task]?.action !== null;
  const judged = objectivesOf(draft, boundsOf(facts, circumstances, team, promises, elapsed));
  const remedies = options.brief ? new Map<Objective, Remedy>() : remediesOf(draft, options, judged);
  const objectives = judged.map((o): Objective => {
    const remedy = remedies.get(o);
    return remedy ? { ...o, remedy } : o;
  });
  const measures = measuresOf(facts.model, event.id);
  return {
    scenario: {
      id: event.id,
      name: event.name,
      failed: event.failed.map((f) => ({ id: f.element, effect: f.effect })),
    },
    ...(measures ? { measures } : {}),
    impact,
    spared: [...draft.spared]
      .map(([v, until]) => ({ id: (facts.model.nodes[v] as Node).id, until }))
      .filter((s) => facts.model.elements.get(s.id)?.kind !== 'backup')
      .sort((a, b) => a.until - b.until || byText(a.id, b.id)),
    steps: stepsOf(facts, draft, new Set(critical)),
    resumes: resumesOf(draft),
    deadlocks: ways.deadlocks,
    locked: lockedOf(ways.model, ways.startable.deadlocked),
    bypasses: ways.used,
    withoutData: [...ways.rebuilt].map((v) => (ways.model.nodes[v] as Node).id).sort(byText),
    helpful,
    team: plannedOf(draft),
    assumedStaff: team.assumed,
    unstaffed: draft.unstaffed.map((t) => ({ step: t.id, roles: Object.keys(t.time.staff).sort(byText) })),
    noRoom: draft.placements.noRoom,
    progress: progressOf(draft, options),
    elapsed,
    objectives,
    makespan: timed.makespan,
    criticalPath: critical.filter(isStep).map((task) => (timed.graph.tasks[task] as { id: string }).id),
    lost: lostOf(draft),
    notServing: notServingOf(draft),
    leftOut: facts.model.problems.leftOut,
    optimal: scheduled.proved > 0,
    passes: scheduled.passes,
    objective: options.aim ?? 'tardiness',
  };
}
