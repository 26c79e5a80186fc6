import type { Wait } from './recovery.ts';
import type { TaskGraph } from './tasks.ts';

/** What has been said of the tasks by the sweep of earliest times. */
export interface Swept {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Tasks in an order in which each comes after those it was waiting for. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
}

interface Group {
  readonly need: number;
  readonly members: readonly number[];
}

function groupsOf({ graph }: TaskGraph, task: number): Group[] {
  const found: Group[] = [];
  for (let g = graph.groupStart[task] as number; g < (graph.groupStart[task + 1] as number); g++) {
    const members = [...graph.member.subarray(graph.memberStart[g], graph.memberStart[g + 1])];
    found.push({ need: graph.need[g] as number, members });
  }
  return found;
}

/** By task: its place in the order in which tasks finish; what never finishes comes last. */
export function ranksOf(order: Int32Array, size: number): Int32Array {
  const rank = new Int32Array(size).fill(size);
  for (const [i, task] of order.entries()) rank[task] = i;
  return rank;
}

/**
 * The members of a group that were there first: as many as it needs. By their place in the sweep, not by time alone: of
 * tasks that take no time, one that waits for another must not be taken for the earlier one.
 */
export function firstOf(group: Group, { rank }: Swept): readonly number[] {
  if (group.need >= group.members.length) return group.members;
  return [...group.members]
    .sort((a, b) => (rank[a] as number) - (rank[b] as number))
    .slice(0, group.need)
    .sort((a, b) => a - b);
}

export const stepId = (graph: TaskGraph, task: number): string => {
  const { node, action } = graph.tasks[task] as TaskGraph['tasks'][number];
  return `${node.id}/${action}`;
};

/**
 * Steps in place of tasks: what resumes without a step is replaced by what it waits for itself. Exact where all
 * members are needed and where any one is; in between, by the members that came first.
 */
export function waitsOf(graph: TaskGraph, swept: Swept): (task: number) => readonly Wait[] {
  const known = new Map<number, readonly Group[]>();
  const isStep = (task: number): boolean => graph.tasks[task]?.action !== null;
  const expandAll = (members: readonly number[]): Group[] =>
    members.flatMap((m) => (isStep(m) ? [{ need: 1, members: [m] }] : (known.get(m) ?? [])) as Group[]);
  const expand = (group: Group): Group[] => {
    if (group.members.every(isStep)) return [group];
    if (group.need >= group.members.length) return expandAll(group.members);
    const inner = group.members.map((m) => (isStep(m) ? [{ need: 1, members: [m] }] : (known.get(m) ?? [])));
    const anyOne = group.need === 1 && inner.every((groups) => groups.length === 1 && groups[0]?.need === 1);
    if (anyOne) return [{ need: 1, members: unique(inner.flatMap((groups) => groups[0]?.members ?? [])) }];
    return expandAll(firstOf(group, swept));
  };
  for (const task of swept.order) {
    if (!isStep(task)) known.set(task, tidy(groupsOf(graph, task).flatMap(expand)));
  }
  return (task) =>
    tidy(groupsOf(graph, task).flatMap(expand)).map((group) => ({
      atLeast: group.need,
      of: group.members.map((m) => stepId(graph, m)),
      chosen: firstOf(group, swept).map((m) => stepId(graph, m)),
    }));
}

const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Single waits become one "all of these"; equal groups are said once. */
function tidy(groups: readonly Group[]): readonly Group[] {
  const all = unique(groups.filter((g) => g.need >= g.members.length).flatMap((g) => g.members));
  const needed = new Set(all);
  const seen = new Set<string>();
  const some = groups.filter((g) => {
    if (g.need >= g.members.length) return false;
    const key = `${g.need}:${unique(g.members).join()}`;
    const met = g.members.filter((m) => needed.has(m)).length >= g.need;
    return !met && !seen.has(key) && seen.add(key);
  });
  return [...(all.length > 0 ? [{ need: all.length, members: all }] : []), ...some];
}

/** Waves: a step is one later than the latest step it waited for; what resumes by itself adds none. */
export function wavesOf(graph: TaskGraph, swept: Swept): Int32Array {
  const wave = new Int32Array(graph.tasks.length);
  for (const task of swept.order) {
    let latest = 0;
    for (const group of groupsOf(graph, task)) {
      for (const m of firstOf(group, swept)) latest = Math.max(latest, wave[m] as number);
    }
    wave[task] = graph.tasks[task]?.action === null ? latest : latest + 1;
  }
  return wave;
}

/**
 * The latest finish of each task that delays nothing: backwards over the members that came first. Minutes; for tasks
 * nobody waits for, the makespan.
 */
export function latestFinish(graph: TaskGraph, swept: Swept, duration: Float64Array, makespan: number): Float64Array {
  const latest = new Float64Array(graph.tasks.length).fill(makespan);
  for (let i = swept.order.length - 1; i >= 0; i--) {
    const task = swept.order[i] as number;
    const start = (latest[task] as number) - (duration[task] as number);
    for (const group of groupsOf(graph, task)) {
      for (const m of firstOf(group, swept)) latest[m] = Math.min(latest[m] as number, start);
    }
  }
  return latest;
}

/** The chain of tasks that decides when `last` finishes, from the first to the last. */
export function chainTo(graph: TaskGraph, swept: Swept, last: number): readonly number[] {
  const chain = [last];
  const seen = new Set(chain);
  for (let task = last; (swept.start[task] as number) > 0 || groupsOf(graph, task).length > 0; ) {
    const before = groupsOf(graph, task).flatMap((g) => [...firstOf(g, swept)]);
    const decisive = before.find((m) => swept.finish[m] === swept.start[task]);
    if (decisive === undefined || seen.has(decisive)) break;
    chain.push(decisive);
    seen.add(decisive);
    task = decisive;
  }
  return chain.reverse();
}
