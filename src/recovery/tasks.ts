import { type AndOr, buildAndOr } from '../analysis/index.ts';
import type { Node, Requirement } from '../model/model.ts';
import { binds } from './actions.ts';
import { type Circumstances, containment, listTasks, type Task } from './task-list.ts';

/** The tasks of a recovery and what each waits for. */
export interface TaskGraph {
  readonly tasks: readonly Task[];
  /** By node index: the task with which the node is back, or -1: it is up, or it does not come back. */
  readonly lastTask: Int32Array;
  readonly graph: AndOr;
}

interface Group {
  readonly node: number;
  readonly need: number;
  readonly members: readonly number[];
  readonly tag: number;
}

/** Whether a requirement binds what resumes without a step: it never stopped, so only what it runs on counts. */
const bindsResume = (requirement: Requirement): boolean => requirement.when === 'run';

/** Its task is no part of bringing its element back: going round, switching over, making whole. */
const isBeside = ({ id, action, node }: Task): boolean =>
  id === containment ||
  action === 'bypass' ||
  action === 'normalise' ||
  (action === 'failover' && node.nature === 'derived');

/**
 * The tasks of a recovery: each waits for the one before it on the same element and, for every requirement that binds
 * it, for as many providers as are still missing, or for the bypass that stands in for them. What is done waits for
 * nothing. `waived` requirements bind nothing.
 */
export function taskGraph(circumstances: Circumstances, waived: ReadonlySet<Requirement> = new Set()): TaskGraph {
  const { model, impact, bypassed, placements } = circumstances;
  const tasks = listTasks(circumstances);
  const lastTask = new Int32Array(model.nodes.length).fill(-1);
  for (const task of tasks) if (!isBeside(task)) lastTask[task.node.index] = task.index;
  const byId = new Map(tasks.map((t) => [t.id, t.index]));
  const contained = byId.get(containment);
  const requirementsOf = new Map<string, Requirement[]>();
  for (const r of model.requirements) {
    const known = requirementsOf.get(r.from);
    if (known) known.push(r);
    else requirementsOf.set(r.from, [r]);
  }
  const groups: Group[] = [];
  const wait = (task: Task, need: number, members: readonly number[]): void => {
    const open = members.filter((m) => (tasks[m] as Task).doneAt === undefined);
    const left = need - (members.length - open.length);
    if (left > 0) groups.push({ node: task.index, need: left, members: open, tag: -1 });
  };
  /** The tasks with which the missing providers are back, and how many of them are needed. */
  const missing = (of: readonly string[], atLeast: number): readonly [number, readonly number[]] => {
    let need = atLeast;
    const members: number[] = [];
    for (const id of of) {
      const provider = model.node(id) as Node;
      if (impact.nodes[provider.index]?.state !== 'down') need--;
      else if (lastTask[provider.index] !== -1) members.push(lastTask[provider.index] as number);
    }
    return [need, members];
  };
  for (const task of tasks) {
    if (task.doneAt !== undefined || task.running) continue;
    const { node, action, requirement: around } = task;
    if (task.id === containment) {
      for (const other of tasks) if (other.action === 'isolate') wait(task, 1, [other.index]);
      continue;
    }
    if (task.after !== -1) wait(task, 1, [task.after]);
    if (contained !== undefined && tasks[task.after]?.action === 'isolate') wait(task, 1, [contained]);
    if (action === 'bypass') continue;
    if (action === 'normalise' && around) {
      wait(task, 1, [lastTask[node.index] as number]);
      wait(task, ...missing(around.of, around.atLeast));
      continue;
    }
    const isLast = lastTask[node.index] === task.index;
    for (const requirement of requirementsOf.get(node.id) ?? []) {
      const counts =
        action === null
          ? bindsResume(requirement)
          : action === 'failover'
            ? requirement.relation === 'providers'
            : binds(requirement, action, isLast);
      if (!counts || waived.has(requirement)) continue;
      if (requirement.when === 'restore' && circumstances.rebuilt.has(node.index)) continue;
      const bypass = bypassed.has(requirement) ? byId.get(`${node.id}/bypass.${requirement.of.join('+')}`) : undefined;
      if (bypass !== undefined) wait(task, 1, [bypass]);
      else if (action === 'failover') wait(task, ...missing(withoutFirst(requirement, node), requirement.atLeast));
      else wait(task, ...missing(requirement.of, requirement.atLeast));
    }
    const host = placements.get(node.index);
    if (isLast && action === 'restart' && host?.waits) wait(task, ...missing([host.host.id], 1));
    if (action === null) resumeOverFirst(task);
  }
  /** A service that is switched over by hand is back with its first provider, or when somebody has switched over. */
  function resumeOverFirst(task: Task): void {
    const first = firstProvider(task.node);
    const provider = first === undefined ? undefined : model.node(first);
    if (!provider || impact.nodes[provider.index]?.state !== 'down') return;
    const ways = [byId.get(`${task.node.id}/failover`), lastTask[provider.index]];
    wait(
      task,
      1,
      ways.filter((t): t is number => t !== undefined && t !== -1),
    );
  }
  return { tasks, lastTask, graph: buildAndOr(tasks.length, groups) };
}

/** The provider that a service with a failover step counts on. */
export function firstProvider(node: Node): string | undefined {
  const { failover, providers } = node.data as { failover?: unknown; providers?: readonly string[] };
  return failover === undefined ? undefined : providers?.[0];
}

const withoutFirst = ({ of }: Requirement, node: Node): readonly string[] =>
  of.filter((id) => id !== firstProvider(node));
