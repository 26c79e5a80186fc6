import {
  type Deadlock,
  earliestTimes,
  explainDeadlocks,
  type Facts,
  type Impact,
  impactOf,
  type Situation,
  type Startability,
  startability,
} from '../analysis/index.ts';
import type { Model, Node } from '../model/model.ts';
import { actionsOf, isRestoring } from './actions.ts';
import type { Event } from './event.ts';
import { objectivesOf } from './objectives.ts';
import type { Lost, Recovery, Step } from './recovery.ts';
import { fateOf, type TaskGraph, taskGraph } from './tasks.ts';
import { chainTo, latestFinish, type Swept, stepId, waitsOf, wavesOf } from './waits.ts';

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
    const actions = actionsOf(node, fateOf(model, impact, node));
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
  const swept = earliestTimes(graph.graph, { duration, given });
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

function resumesOf({ graph, swept }: Timed): ReadonlyMap<string, number> {
  const found = graph.tasks
    .filter((t) => t.action === null && t.node.kind !== 'backup')
    .map((t): [string, number] => [t.node.id, swept.finish[t.index] as number])
    .sort((a, b) => a[1] - b[1] || byText(a[0], b[0]));
  return new Map(found);
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
  const last = lastTaskOf(timed);
  const critical = last === undefined ? [] : chainTo(timed.graph, timed.swept, last);
  const isStep = (task: number): boolean => timed.graph.tasks[task]?.action !== null;
  return {
    scenario: { id: event.id, name: event.name, failed: failures(event) },
    impact,
    steps: stepsOf(facts, timed, new Set(critical)),
    resumes: resumesOf(timed),
    deadlocks,
    objectives: objectivesOf(facts, impact, timed, startable.back),
    makespan: timed.makespan,
    criticalPath: critical.filter(isStep).map((task) => stepId(timed.graph, task)),
    lost: lostOf(model, startable),
    leftOut: model.problems.leftOut,
    optimal: true,
  };
}

const failures = (event: Event): Recovery['scenario']['failed'] =>
  event.failed.map((f) => ({ id: f.element, effect: f.effect }));
