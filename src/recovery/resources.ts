import { leastFixpoint } from '../analysis/index.ts';
import type { Element, Model } from '../model/model.ts';
import type { Goals } from './goals.ts';
import { assign } from './schedule/assign.ts';
import type { Demand, Problem, Slot } from './schedule/problem.ts';
import type { Task } from './task-list.ts';
import type { TaskGraph } from './tasks.ts';
import type { Team } from './team.ts';

/** What tasks are done with: people, and places on backup targets; numbers are those of the scheduler's units. */
export interface Resources {
  /** By unit: the person, or the backup target of the place. */
  readonly names: readonly string[];
  readonly isPlace: readonly boolean[];
  readonly demands: readonly Demand[];
  readonly demandOf: Int32Array;
  readonly availableFrom: Float64Array;
}

/** How many of each role one task asks for at most. */
export function neededRoles(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const needed = new Map<string, number>();
  for (const { time } of tasks) {
    if (time.attended <= 0) continue;
    for (const [role, n] of Object.entries(time.staff)) needed.set(role, Math.max(n, needed.get(role) ?? 0));
  }
  return needed;
}

/** The backup target a restore reads from, when it takes only so many at a time: that of the backup that is there first. */
function targetOf(
  model: Model,
  task: Task,
  usableAt: (backup: string) => number,
): readonly [string, number] | undefined {
  if (task.action !== 'restore') return undefined;
  const covers = model.of('backup').filter((b) => b.data.covers.includes(task.node.id));
  const [first] = covers.sort((a, b) => usableAt(a.id) - usableAt(b.id) || (a.id < b.id ? -1 : 1));
  const target = model.elements.get(first?.data.target ?? '') as Element<'backupTarget'> | undefined;
  if (target?.kind !== 'backupTarget' || target.data.parallel === undefined) return undefined;
  return [target.id, target.data.parallel];
}

/** Whether slots ask for the same units or for none in common. */
function isSimple(slots: readonly Slot[]): boolean {
  return slots.every((a, i) =>
    slots.slice(i + 1).every((b) => a.units === b.units || !a.units.some((u) => b.units.includes(u))),
  );
}

/**
 * The people and places of a recovery as units of the scheduler, and what each task asks of them. Whoever can do least
 * else is taken first. `usableAt`: when a backup can be read, so that a restore queues for the right target.
 */
export function resourcesOf(
  model: Model,
  { tasks }: TaskGraph,
  team: Team,
  usableAt: (backup: string) => number,
): Resources {
  const names: string[] = team.members.map((m) => m.id);
  const isPlace: boolean[] = team.members.map(() => false);
  const available: number[] = team.members.map((m) => m.from);
  const breadth = (u: number): number => team.members[u]?.roles.size ?? 0;
  const ofRole = new Map<string, Int32Array>();
  const unitsOf = (role: string): Int32Array => {
    const known = ofRole.get(role);
    if (known) return known;
    const units = team.members.flatMap((m, u) => (m.roles.has(role) ? [u] : []));
    const sorted = Int32Array.from(units.sort((a, b) => breadth(a) - breadth(b) || a - b));
    ofRole.set(role, sorted);
    return sorted;
  };
  const ofTarget = new Map<string, Int32Array>();
  const placesOf = (target: string, parallel: number): Int32Array => {
    const known = ofTarget.get(target);
    if (known) return known;
    const places = Int32Array.from({ length: parallel }, () => {
      isPlace.push(true);
      available.push(0);
      return names.push(target) - 1;
    });
    ofTarget.set(target, places);
    return places;
  };
  const demands: Demand[] = [];
  const known = new Map<string, number>();
  const demandOf = Int32Array.from(tasks, (task) => {
    const { time, doneAt } = task;
    if (doneAt !== undefined) return -1;
    const staff = time.attended > 0 ? Object.entries(time.staff).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
    const target = time.takes > 0 ? targetOf(model, task, usableAt) : undefined;
    if (staff.length === 0 && !target) return -1;
    const key = `${staff.join(';')}|${target?.[0] ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const slots: Slot[] = staff.flatMap(([role, n]) =>
      Array.from({ length: n }, () => ({ units: unitsOf(role), whole: false })),
    );
    if (target) slots.push({ units: placesOf(...target), whole: true });
    // The scarcest first, so that those who can do more are left for what needs them.
    slots.sort((a, b) => a.units.length - b.units.length);
    known.set(key, demands.length);
    return demands.push({ slots, simple: isSimple(slots) }) - 1;
  });
  return { names, isPlace, demands, demandOf, availableFrom: Float64Array.from(available) };
}

/** Tasks that nobody who is there or coming can do, and all that cannot be done without them; both by number. */
export function undoable(
  { tasks, graph }: TaskGraph,
  resources: Resources,
): { readonly own: readonly number[]; readonly all: readonly number[] } {
  const { demands, demandOf, availableFrom } = resources;
  const possible = demands.map((d) => assign(d, (u) => availableFrom[u] !== Number.POSITIVE_INFINITY) !== undefined);
  const wanted = Uint8Array.from(tasks, (_, t) => (demandOf[t] === -1 || possible[demandOf[t] as number] ? 1 : 0));
  const { reached } = leastFixpoint(graph, new Uint8Array(tasks.length), wanted);
  const numbers = tasks.map((t) => t.index);
  return { own: numbers.filter((t) => !wanted[t]), all: numbers.filter((t) => !reached[t]) };
}

/** The scheduler's problem. People who are in the middle of a step are free when their part of it is over. */
export function problemOf({ tasks, graph }: TaskGraph, resources: Resources, goals: Goals) {
  const { demands, names } = resources;
  const availableFrom = resources.availableFrom.slice();
  const demandOf = resources.demandOf.slice();
  const running = new Map<number, readonly number[]>();
  for (const task of tasks) {
    const demand = demands[demandOf[task.index] as number];
    if (!task.running || !demand) continue;
    const { by } = task.running;
    const free = (u: number): boolean => (availableFrom[u] as number) <= 0;
    const named = assign(demand, (u) => free(u) && by.includes(names[u] as string));
    const units = named ?? assign(demand, free) ?? [];
    units.forEach((u, s) => {
      availableFrom[u] = demand.slots[s]?.whole ? task.time.takes : task.time.attended;
    });
    running.set(task.index, units);
    demandOf[task.index] = -1;
  }
  const problem: Problem = {
    graph,
    duration: Float64Array.from(tasks, (t) => t.time.takes),
    attended: Float64Array.from(tasks, (t) => t.time.attended),
    demandOf,
    demands,
    availableFrom,
    score: goals.score,
    components: goals.components,
    makespanAt: goals.makespanAt,
    lateAt: goals.lateAt,
    due: goals.due,
    weight: goals.weight,
    level: goals.level,
  };
  return { problem, running };
}
