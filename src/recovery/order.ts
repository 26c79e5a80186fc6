import {
  type Deadlock,
  earliestTimes,
  explainDeadlocks,
  type Facts,
  type Impact,
  impactOf,
  type Situation,
  type Startability,
  serveTimes,
  startability,
} from '../analysis/index.ts';
import type { Model, Node } from '../model/model.ts';
import { actionsOf, isRestoring } from './actions.ts';
import type { Event } from './event.ts';
import { objectivesOf, upAt } from './objectives.ts';
import type { Lost, Recovery, Step } from './recovery.ts';
import { fateOf, type TaskGraph, taskGraph } from './tasks.ts';
import { chainTo, latestFinish, ranksOf, type Swept, stepId, waitsOf, wavesOf } from './waits.ts';

/** What is down needs other steps than a failover. */
const noServices: ReadonlySet<number> = new Set();

/** What has to be brought back, and what cannot be: external things that failed have no action of ours. */
export function situationOf(model: Model, impact: Impact): Situation {
  const size = model.nodes.length;
  const situation = {
    affected: new Uint8Array(size),
    restoring: new Uint8Array(size),
    resuming: new Uint8Array(size),
    gone: new Uint8Array(size),
  };
  for (const node of model.nodes) {
    if (impact.nodes[node.index]?.state !== 'down') continue;
    situation.affected[node.index] = 1;
    // A service that is switched over is up in this impact: it is no part of what is affected.
    const actions = actionsOf(node, fateOf(impact, noServices, node));
    if (actions.some(isRestoring)) situation.restoring[node.index] = 1;
    if (actions.length === 0) situation.resuming[node.index] = 1;
    const failedItself = (impact.nodes[node.index]?.because.length ?? 0) === 0;
    if (node.external && failedItself) situation.gone[node.index] = 1;
  }
  return situation;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Timed {
  readonly graph: TaskGraph;
  readonly swept: Swept;
  readonly duration: Float64Array;
  readonly makespan: number;
}

function sweep(graph: TaskGraph): Timed {
  const duration = Float64Array.from(graph.tasks, (t) => t.time.takes);
  const given = new Uint8Array(graph.tasks.length);
  const times = earliestTimes(graph.graph, { duration, given });
  const swept = { ...times, rank: ranksOf(times.order, graph.tasks.length) };
  return { graph, swept, duration, makespan: swept.finish.reduce((a, b) => Math.max(a, b), 0) };
}

function stepsOf(facts: Facts, timed: Timed, critical: ReadonlySet<number>): Step[] {
  const { graph, swept, duration, makespan } = timed;
  const waits = waitsOf(graph, swept);
  const waves = wavesOf(graph, swept);
  const latest = latestFinish(graph, swept, duration, makespan);
  const steps: (Omit<Step, 'unlocks'> & { unlocks: string[] })[] = [];
  for (const task of graph.tasks) {
    if (task.action === null) continue;
    const { node, action, time, index } = task;
    steps.push({
      id: stepId(graph, index),
      element: node.id,
      action,
      wave: waves[index] as number,
      start: swept.start[index] as number,
      end: swept.finish[index] as number,
      attended: time.attended,
      waitsFor: waits(index),
      unlocks: [],
      staff: time.staff,
      people: [],
      ...(time.procedure === undefined ? {} : { procedure: time.procedure }),
      critical: critical.has(index),
      slack: Math.max(0, (latest[index] as number) - (swept.finish[index] as number)),
      assumed: time.assumed,
      availability: facts.needs.effective(node.index, 'availability'),
    });
  }
  const byId = new Map(steps.map((s) => [s.id, s]));
  for (const step of steps) {
    for (const id of new Set(step.waitsFor.flatMap((w) => w.of))) byId.get(id)?.unlocks.push(step.id);
  }
  for (const step of steps) step.unlocks.sort(byText);
  return steps.sort((a, b) => a.wave - b.wave || a.start - b.start || byText(a.element, b.element) || a.end - b.end);
}

function lostOf(model: Model, startable: Startability): Lost[] {
  return startable.lost
    .map(({ node, because }) => ({
      id: (model.nodes[node] as Node).id,
      because: [...new Set(because.flatMap((r) => model.requirements[r]?.of ?? []))].sort(byText),
    }))
    .filter((l) => model.elements.get(l.id)?.kind !== 'backup')
    .sort((a, b) => byText(a.id, b.id));
}

/** What comes back without a step, when it serves again; what never does is not among them. */
function resumesOf({ graph }: Timed, serves: Float64Array): ReadonlyMap<string, number> {
  const found = graph.tasks
    .filter((t) => t.action === null && t.node.kind !== 'backup' && Number.isFinite(serves[t.node.index]))
    .map((t): [string, number] => [t.node.id, serves[t.node.index] as number])
    .sort((a, b) => a[1] - b[1] || byText(a[0], b[0]));
  return new Map(found);
}

/** What is up again and still gives no service, since something it needs to serve never comes back. */
function notServingOf(model: Model, up: Float64Array, serves: Float64Array): Lost[] {
  const never = (id: string): boolean => serves[(model.node(id) as Node).index] === Number.POSITIVE_INFINITY;
  const idle = model.nodes.filter((n) => n.kind !== 'backup' && Number.isFinite(up[n.index]) && never(n.id));
  const ids = new Set(idle.map((n) => n.id));
  const because = new Map<string, string[]>();
  for (const r of model.requirements) {
    if (!ids.has(r.from) || (r.when !== 'run' && r.when !== 'serve')) continue;
    const missing = r.of.filter(never);
    if (r.of.length - missing.length < r.atLeast) because.set(r.from, [...(because.get(r.from) ?? []), ...missing]);
  }
  return idle.map((n) => ({ id: n.id, because: [...new Set(because.get(n.id))].sort(byText) }));
}

/** The last task to finish on the critical path; ties go to the first element. */
function lastTaskOf({ graph, swept, makespan }: Timed): number | undefined {
  return graph.tasks.find((t) => swept.finish[t.index] === makespan && t.action !== null)?.index;
}

/**
 * The order in which everything that is down comes back, as early as the requirements allow, with what never comes
 * back and which promises cannot be kept. No limits of staff are applied: times are lower bounds for the people there
 * are. Semantics: analysis.md §2 and §3.
 */
export function orderOf(facts: Facts, event: Event): Recovery {
  const { model, graph } = facts;
  const impact = impactOf(model, graph, event.failed);
  const situation = situationOf(model, impact);
  const startable = startability(model, situation);
  const deadlocks: readonly Deadlock[] = startable.deadlocked.length > 0 ? explainDeadlocks(model, startable) : [];
  const timed = sweep(taskGraph(model, impact, startable.back));
  const up = upAt(model, impact, timed.graph, timed.swept.finish);
  const serves = serveTimes(graph, up);
  const last = lastTaskOf(timed);
  const critical = last === undefined ? [] : chainTo(timed.graph, timed.swept, last);
  const isStep = (task: number): boolean => timed.graph.tasks[task]?.action !== null;
  return {
    scenario: { id: event.id, name: event.name, failed: failures(event) },
    impact,
    steps: stepsOf(facts, timed, new Set(critical)),
    resumes: resumesOf(timed, serves),
    deadlocks,
    objectives: objectivesOf(facts, impact, timed, startable.back, serves),
    makespan: timed.makespan,
    criticalPath: critical.filter(isStep).map((task) => stepId(timed.graph, task)),
    lost: lostOf(model, startable),
    notServing: notServingOf(model, up, serves),
    leftOut: model.problems.leftOut,
    optimal: true,
  };
}

const failures = (event: Event): Recovery['scenario']['failed'] =>
  event.failed.map((f) => ({ id: f.element, effect: f.effect }));
