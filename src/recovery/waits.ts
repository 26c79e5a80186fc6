import type { Wait } from './recovery.ts';
import type { TaskGraph } from './tasks.ts';

/** When tasks run. */
export interface Swept {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Tasks in an order in which each comes after those it was waiting for. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
}

/** So many of these tasks. */
export interface Group {
  readonly need: number;
  readonly members: readonly number[];
}

/** What a task waits for. */
export function groupsOf({ graph }: TaskGraph, task: number): Group[] {
  const found: Group[] = [];
  for (let g = graph.groupStart[task] as number; g < (graph.groupStart[task + 1] as number); g++) {
    const members = [...graph.member.subarray(graph.memberStart[g], graph.memberStart[g + 1])];
    found.push({ need: graph.need[g] as number, members });
  }
  return found;
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

export const stepId = (graph: TaskGraph, task: number): string => (graph.tasks[task] as TaskGraph['tasks'][number]).id;

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
