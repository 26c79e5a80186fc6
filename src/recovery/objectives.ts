import { earliestTimes, type Facts, type Impact, serveTimes } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import type { Objective } from './recovery.ts';
import { type TaskGraph, taskGraph } from './tasks.ts';
import { recoveryOf, type WrittenRecovery } from './times.ts';
import { chainTo, type Swept } from './waits.ts';

/** A recovery whose times are known. */
export interface TimedRecovery {
  readonly graph: TaskGraph;
  readonly swept: Swept;
}

interface Promised {
  readonly node: Node;
  readonly basis: Objective['basis'];
  /** Minutes from the start of the outage. */
  readonly limit: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The promises the plan makes for what is down: RTO and MTPD as written, and each grace as a deadline of its provider. */
function promisesOf(model: Model, impact: Impact): Promised[] {
  const down = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  const promises = new Map<string, Promised>();
  const add = (promise: Promised): void => {
    const key = `${promise.node.id} ${promise.basis}`;
    const known = promises.get(key);
    if (!known || promise.limit < known.limit) promises.set(key, promise);
  };
  for (const node of model.nodes) {
    if (!down(node) || node.kind === 'backup') continue;
    const own = node.data as WrittenRecovery;
    const recovery = recoveryOf(node);
    const rto = recovery.rto ?? own.rto;
    const mtpd = recovery.mtpd ?? own.mtpd;
    if (rto !== undefined) add({ node, basis: 'rto', limit: rto });
    if (mtpd !== undefined) add({ node, basis: 'mtpd', limit: mtpd });
  }
  for (const requirement of model.requirements) {
    const { grace, of } = requirement;
    // One provider is the deadline's bearer; among several the fastest decides, which the user's own RTO says.
    const only = grace === undefined || of.length !== 1 ? undefined : model.node(of[0] as string);
    if (only && grace !== undefined && down(only) && !only.external) add({ node: only, basis: 'grace', limit: grace });
  }
  return [...promises.values()].sort((a, b) => byText(a.node.id, b.node.id) || byText(a.basis, b.basis));
}

/** By node: when it is up again, in minutes; 0 where it never went down, Infinity where it does not come back. */
export function upAt(model: Model, impact: Impact, { lastTask }: TaskGraph, finish: Float64Array): Float64Array {
  return Float64Array.from(model.nodes, (node) => {
    if (impact.nodes[node.index]?.state !== 'down') return 0;
    const task = lastTask[node.index] as number;
    return task === -1 ? Number.POSITIVE_INFINITY : (finish[task] as number);
  });
}

/** Requirements that a faster way than the plan's normal one could avoid: what a bound must not count on. */
function avoidable(model: Model): ReadonlySet<Requirement> {
  const moved = new Set(model.nodes.filter((n) => recoveryOf(n).restore?.to !== undefined).map((n) => n.id));
  return new Set(
    model.requirements.filter(
      (r) => r.bypass || (moved.has(r.from) && (r.relation === 'runsOn' || r.relation === 'storedOn')),
    ),
  );
}

/** The elements of the chain that decides when a node serves, the node first. */
function because(model: Model, timed: TimedRecovery, node: Node): readonly string[] {
  const task = timed.graph.lastTask[node.index] as number;
  if (task === -1) return [node.id];
  const ids = chainTo(timed.graph, timed.swept, task).map(
    (t) => (timed.graph.tasks[t] as TaskGraph['tasks'][number]).node.id,
  );
  const shown = ids.filter((id, i) => id !== ids[i - 1] && model.elements.get(id)?.kind !== 'backup');
  return shown.reverse();
}

/**
 * Every promise against the clock. The bound counts only times that the plan states and uses every documented way
 * round, so that what it rules out is proved (analysis.md §3); the RTO runs from the start of the outage, the alarm
 * time before the first step.
 */
export function objectivesOf(
  facts: Facts,
  impact: Impact,
  timed: TimedRecovery,
  back: Uint8Array,
  serves: Float64Array,
): readonly Objective[] {
  const { model, graph } = facts;
  const promises = promisesOf(model, impact);
  if (promises.length === 0) return [];
  const alarm = (model.policy as { alarmTime?: number }).alarmTime ?? 0;
  const up = upAt(model, impact, timed.graph, timed.swept.finish);
  const complete = serveTimes(graph, up, { later: true });
  const fastest = taskGraph(model, impact, back, avoidable(model));
  const least = earliestTimes(fastest.graph, {
    duration: Float64Array.from(fastest.tasks, (t) => t.time.atLeast),
    given: new Uint8Array(fastest.tasks.length),
  });
  const bound = serveTimes(graph, upAt(model, impact, fastest, least.finish), { waived: avoidable(model) });
  const staffed = timed.graph.tasks.some((t) => Object.keys(t.time.staff).length > 0);
  const at = (times: Float64Array, node: Node): number => (times[node.index] as number) + alarm;
  const orNever = (time: number): number | null => (Number.isFinite(time) ? time : null);
  return promises.map(({ node, basis, limit }): Objective => {
    const scheduled = at(serves, node);
    const lowerBound = at(bound, node);
    const common = {
      element: node.id,
      basis,
      limit,
      lowerBound,
      scheduled: orNever(scheduled),
      completeAt: orNever(at(complete, node)),
    };
    if (!Number.isFinite(scheduled)) return { ...common, verdict: 'unreachable', proved: true, because: [node.id] };
    // Without a limit of staff the order is as early as can be; with one it is only a hope until people are assigned.
    if (scheduled <= limit) return { ...common, verdict: 'met', proved: !staffed };
    const chain = because(model, timed, node);
    if (lowerBound > limit) return { ...common, verdict: 'infeasible', proved: true, because: chain };
    return { ...common, verdict: 'contested', proved: false, because: chain };
  });
}
