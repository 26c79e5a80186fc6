import { type AndOr, awaitingFailover, buildAndOr, type Impact } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { actionsOf, binds, type Fate } from './actions.ts';
import { firstPart, type IsDestroyed, type Part } from './parts.ts';
import type { Action } from './recovery.ts';
import { type ActionTime, timeOf } from './times.ts';

/** One thing that has to happen before an element is back: a step, or (action null) that it resumes by itself. */
export interface Task {
  readonly index: number;
  readonly node: Node;
  readonly action: Action | null;
  readonly time: ActionTime;
}

/** The tasks of a recovery and what each waits for. */
export interface TaskGraph {
  readonly tasks: readonly Task[];
  /** By node index: the last task of the node, or -1: it is up, or it does not come back. */
  readonly lastTask: Int32Array;
  readonly graph: AndOr;
}

const nothing: ActionTime = { takes: 0, attended: 0, staff: {}, procedure: undefined, assumed: false, atLeast: 0 };

/** What has happened to each node, in the words of {@link actionsOf}; `awaiting`: services that must be switched over. */
export function fateOf(impact: Impact, awaiting: ReadonlySet<number>, node: Node): Fate {
  const at = impact.nodes[node.index];
  return {
    effects: at?.effects ?? [],
    stopped: at?.state === 'down' && at.stopped,
    suspect: at?.state === 'suspect',
    failsOver: awaiting.has(node.index),
  };
}

/** Whether a place or one around it is destroyed in this scenario. */
function destroyedPlaces(model: Model, impact: Impact): IsDestroyed {
  return (location) => {
    const seen = new Set<string>();
    for (let id = location; id !== undefined && !seen.has(id); ) {
      seen.add(id);
      const place = model.node(id);
      if (!place) return false;
      if (impact.nodes[place.index]?.effects.includes('destroyed')) return true;
      id = (place.data as { in?: string }).in;
    }
    return false;
  };
}

function waitFor(part: Part | undefined): ActionTime {
  return part ? { ...nothing, takes: part.minutes, atLeast: part.minutes } : nothing;
}

/** The tasks of every node that is affected and comes back, in the order of nodes and of their actions. */
function listTasks(model: Model, impact: Impact, back: Uint8Array): Task[] {
  const tasks: Task[] = [];
  const usedSpares = new Map<string, number>();
  const isDestroyed = destroyedPlaces(model, impact);
  const awaiting = new Set(awaitingFailover(model, impact).map((s) => s.node.index));
  for (const node of model.nodes) {
    const down = impact.nodes[node.index]?.state === 'down';
    if (down && !back[node.index]) continue;
    const actions = actionsOf(node, fateOf(impact, awaiting, node));
    for (const action of actions) {
      if (action === 'wait') {
        const part = firstPart(model, node, usedSpares, isDestroyed);
        if (part) usedSpares.set(part.from, (usedSpares.get(part.from) ?? 0) + 1);
        if (!part || part.minutes === 0) continue;
        tasks.push({ index: tasks.length, node, action, time: waitFor(part) });
      } else {
        tasks.push({ index: tasks.length, node, action, time: timeOf(model, node, action) });
      }
    }
    if (down && actions.length === 0) tasks.push({ index: tasks.length, node, action: null, time: nothing });
  }
  return tasks;
}

/** Whether a requirement binds what resumes without a step: it never stopped, so only what it runs on counts. */
const bindsResume = (requirement: Requirement): boolean => requirement.when === 'run';

/**
 * The tasks of a recovery: each waits for the one before it on the same element and, for every requirement that binds
 * it, for as many providers as are still missing. `waived` requirements (by index) bind nothing.
 */
export function taskGraph(
  model: Model,
  impact: Impact,
  back: Uint8Array,
  waived: ReadonlySet<Requirement> = new Set(),
): TaskGraph {
  const tasks = listTasks(model, impact, back);
  const lastTask = new Int32Array(model.nodes.length).fill(-1);
  for (const task of tasks) lastTask[task.node.index] = task.index;
  const requirementsOf = new Map<string, Requirement[]>();
  for (const r of model.requirements) {
    const known = requirementsOf.get(r.from);
    if (known) known.push(r);
    else requirementsOf.set(r.from, [r]);
  }
  const groups: { node: number; need: number; members: number[]; tag: number }[] = [];
  for (const task of tasks) {
    const before = tasks[task.index - 1];
    if (before?.node === task.node) groups.push({ node: task.index, need: 1, members: [before.index], tag: -1 });
    const isLast = lastTask[task.node.index] === task.index;
    for (const requirement of requirementsOf.get(task.node.id) ?? []) {
      const counts = task.action === null ? bindsResume(requirement) : binds(requirement, task.action, isLast);
      if (!counts || waived.has(requirement)) continue;
      let need = requirement.atLeast;
      const members: number[] = [];
      for (const id of requirement.of) {
        const provider = model.node(id) as Node;
        if (impact.nodes[provider.index]?.state !== 'down') need--;
        else if (lastTask[provider.index] !== -1) members.push(lastTask[provider.index] as number);
      }
      if (need > 0) groups.push({ node: task.index, need, members, tag: -1 });
    }
  }
  return { tasks, lastTask, graph: buildAndOr(tasks.length, groups) };
}
