import type { Impact } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { actionsOf, type Fate, imagedIn, withoutRestore } from './actions.ts';
import { firstPart, type IsDestroyed, type Part } from './parts.ts';
import type { Placement } from './placement.ts';
import type { Action } from './recovery.ts';
import { type ActionTime, assumedMinutes, timeOf } from './times.ts';

/** One thing that has to happen before an element is back: a step, or (action null) that it resumes by itself. */
export interface Task {
  readonly index: number;
  readonly id: string;
  readonly node: Node;
  readonly action: Action | null;
  readonly time: ActionTime;
  /** The task of the same element that comes before it, or -1. */
  readonly after: number;
  /** Bypass and normalise: the requirement that is gone round. */
  readonly requirement?: Requirement;
  /** Minutes before planning (not positive) at which it was finished. */
  readonly doneAt?: number;
  /** It has been begun; `time` is the rest of it. */
  readonly running?: { readonly by: readonly string[] };
}

/** What is known of the work so far, by step id. */
export interface Reported {
  /** Steps (or whole elements) that are finished, with the minute, not positive, at which. */
  readonly done: ReadonlyMap<string, number>;
  /** Steps that are under way: minutes since they were begun, and who does them. */
  readonly running: ReadonlyMap<string, { readonly since: number; readonly by: readonly string[] }>;
  /** Steps that have failed. */
  readonly failed: ReadonlySet<string>;
}

export const nothingReported: Reported = { done: new Map(), running: new Map(), failed: new Set() };

/** What the tasks of an event are listed from. */
export interface Circumstances {
  readonly model: Model;
  readonly impact: Impact;
  /** By node: it comes back, or never went down. */
  readonly back: Uint8Array;
  readonly bypassed: ReadonlySet<Requirement>;
  readonly placements: ReadonlyMap<number, Placement>;
  /** Nodes that are set up anew without their data. */
  readonly rebuilt: ReadonlySet<number>;
  /** Services that are switched over in this order. */
  readonly failovers: ReadonlySet<number>;
  readonly reported: Reported;
  /** Steps, by id, that nobody can do. */
  readonly skipped: ReadonlySet<string>;
  /** Nobody is needed for anything. */
  readonly byItself: boolean;
}

export const nothing: ActionTime = {
  takes: 0,
  attended: 0,
  staff: {},
  procedure: undefined,
  assumed: false,
  atLeast: 0,
};

/** What has happened to each node, in the words of {@link actionsOf}; `imaged`: what some back-up holds an image of. */
export function fateOf(impact: Impact, imaged: ReadonlySet<string>, node: Node): Fate {
  const at = impact.nodes[node.index];
  return {
    effects: at?.effects ?? [],
    stopped: at?.state === 'down' && at.stopped,
    suspect: at?.state === 'suspect',
    imaged: imaged.has(node.id),
    failsOver: false,
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

/** The times a bypass names for taking it and for making whole what was gone round. */
function bypassTimes({ bypass }: Requirement): { readonly around: ActionTime; readonly whole: ActionTime } {
  const time = (said: number | undefined, assumed: number, staff: ActionTime['staff'] | undefined): ActionTime => {
    const takes = said ?? assumed;
    const known = { procedure: bypass?.procedure, assumed: said === undefined, atLeast: said ?? 0 };
    return { takes, attended: takes, staff: staff ?? {}, ...known };
  };
  return {
    around: time(bypass?.takes, assumedMinutes.bypass, bypass?.staff),
    whole: time(bypass?.wholeTakes, assumedMinutes.normalise, bypass?.wholeStaff ?? bypass?.staff),
  };
}

/** Whether the real provider comes back: only then is there something to make whole. */
const comesBack = ({ model, back }: Circumstances, r: Requirement): boolean =>
  r.of.filter((id) => back[(model.node(id) as Node).index]).length >= r.atLeast;

/** The time of a task as far as it is still to be done. */
function rest(task: Omit<Task, 'index'>, { done, running }: Reported): Omit<Task, 'index'> {
  const doneAt = task.action === null ? undefined : (done.get(task.id) ?? done.get(task.node.id));
  if (doneAt !== undefined) return { ...task, time: { ...nothing, procedure: task.time.procedure }, doneAt };
  const begun = running.get(task.id);
  if (!begun) return task;
  const { takes, attended, atLeast } = task.time;
  const left = (minutes: number): number => Math.max(0, minutes - begun.since);
  const time = { ...task.time, takes: left(takes), attended: left(attended), atLeast: left(atLeast) };
  return { ...task, time, running: { by: begun.by } };
}

/**
 * Contain first, then recover (NIST SP 800-61): nothing that was compromised is set up or started again before all that
 * was is isolated. One task of no time stands for that moment; it belongs to the first isolated element.
 */
function containedAt(tasks: Task[]): void {
  const first = tasks.find((t) => t.action === 'isolate');
  if (!first || tasks.filter((t) => t.action === 'isolate').length < 2) return;
  tasks.push({ index: tasks.length, id: containment, node: first.node, action: null, time: nothing, after: -1 });
}

/** The moment at which everything that was compromised is isolated. */
export const containment = '/contained';

/** The tasks of every node that is affected and comes back, in the order of nodes and of their actions; then bypasses. */
export function listTasks(circumstances: Circumstances): readonly Task[] {
  const { model, impact, back, bypassed, placements, failovers, reported, skipped, byItself, rebuilt } = circumstances;
  const tasks: Task[] = [];
  const usedSpares = new Map<string, number>();
  const isDestroyed = destroyedPlaces(model, impact);
  const imaged = imagedIn(model);
  let after = -1;
  const add = (node: Node, action: Action | null, time: ActionTime, requirement?: Requirement): void => {
    const name = requirement ? `${action}.${requirement.of.join('+')}` : `${action ?? ''}`;
    const id = `${node.id}/${name}`;
    if (skipped.has(id)) return;
    const own = byItself ? { ...time, staff: {} } : time;
    const task = { id, node, action, time: own, after, ...(requirement ? { requirement } : {}) };
    after = tasks.push({ index: tasks.length, ...rest(task, reported) }) - 1;
  };
  for (const node of model.nodes) {
    after = -1;
    const down = impact.nodes[node.index]?.state === 'down';
    if (down && !back[node.index]) continue;
    const usual = actionsOf(node, fateOf(impact, imaged, node));
    const actions = rebuilt.has(node.index) ? withoutRestore(usual) : usual;
    for (const action of actions) {
      if (action === 'wait') {
        const part = firstPart(model, node, usedSpares, isDestroyed);
        if (part) usedSpares.set(part.from, (usedSpares.get(part.from) ?? 0) + 1);
        if (part && part.minutes > 0) add(node, action, waitFor(part));
      } else {
        const time = timeOf(model, node, action);
        const byItself = action === 'restart' && placements.get(node.index)?.automatic;
        add(node, action, byItself ? { ...time, staff: {} } : time);
      }
    }
    if (failovers.has(node.index)) add(node, 'failover', timeOf(model, node, 'failover'));
    if (down && actions.length === 0) {
      after = -1;
      add(node, null, nothing);
    }
  }
  containedAt(tasks);
  for (const requirement of bypassed) {
    const node = model.node(requirement.from) as Node;
    if (!back[node.index] || impact.nodes[node.index]?.state !== 'down') continue;
    const { around, whole } = bypassTimes(requirement);
    after = -1;
    add(node, 'bypass', around, requirement);
    const isTemporary = requirement.when === 'run' || requirement.when === 'serve';
    after = -1;
    if (isTemporary && comesBack(circumstances, requirement)) add(node, 'normalise', whole, requirement);
  }
  return tasks;
}
