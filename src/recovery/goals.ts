import { type AndOr, buildAndOr, type Facts, type Impact, membersOf, serveSweep } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { rankOf } from './placement.ts';
import type { Promised } from './promises.ts';
import type { Aim } from './recovery.ts';
import type { Problem } from './schedule/problem.ts';
import type { TaskGraph } from './tasks.ts';

/** What a timetable is to reach, as the scheduler wants it. */
export type Goals = Pick<Problem, 'score' | 'components' | 'makespanAt' | 'lateAt' | 'due' | 'weight' | 'level'>;

/** What comes back, and what of it each needs in order to serve; the last number stands for what never comes. */
interface Serving {
  readonly nodes: readonly Node[];
  readonly graph: AndOr;
}

/** How much sooner a service with a higher availability need counts in the sum of times. */
const weights = [1, 3, 9] as const;

function servingOf(model: Model, impact: Impact, tasks: TaskGraph, bypassed: ReadonlySet<Requirement>): Serving {
  const nodes = model.nodes.filter((n) => tasks.lastTask[n.index] !== -1 && impact.nodes[n.index]?.state === 'down');
  const place = new Map(nodes.map((n, i) => [n.id, i]));
  const groups: { node: number; need: number; members: number[]; tag: number }[] = [];
  for (const r of model.requirements) {
    const node = place.get(r.from);
    if (node === undefined || (r.when !== 'run' && r.when !== 'serve') || bypassed.has(r)) continue;
    const down = r.of.filter((id) => impact.nodes[(model.node(id) as Node).index]?.state === 'down');
    const need = r.atLeast - (r.of.length - down.length);
    if (need <= 0) continue;
    const members = down.map((id) => place.get(id)).filter((m): m is number => m !== undefined);
    while (members.length < need) members.push(nodes.length);
    groups.push({ node, need, members, tag: -1 });
  }
  return { nodes, graph: buildAndOr(nodes.length + 1, groups) };
}

/** The earliest date that hangs on each node, and the highest rank: handed on to everything it cannot serve without. */
function handedOn(serving: Serving, promises: readonly Promised[], elapsed: number) {
  const { nodes, graph: g } = serving;
  const due = new Float64Array(g.size).fill(Number.POSITIVE_INFINITY);
  const level = new Uint8Array(g.size);
  const place = new Map(nodes.map((n, i) => [n.id, i]));
  const work: number[] = [];
  const lower = (v: number, date: number, rank: number): void => {
    if ((due[v] as number) <= date && (level[v] as number) >= rank) return;
    due[v] = Math.min(due[v] as number, date);
    level[v] = Math.max(level[v] as number, rank);
    work.push(v);
  };
  for (const { node, limit, rank } of promises) {
    const v = place.get(node.id);
    if (v !== undefined) lower(v, limit - elapsed, rank + 1);
  }
  for (let v = work.pop(); v !== undefined; v = work.pop()) {
    for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
      const members = membersOf(g, i);
      if ((g.need[i] as number) < members.length) continue;
      for (const m of members) lower(m, due[v] as number, level[v] as number);
    }
  }
  return { due, level };
}

/**
 * The objective of analysis.md §4: the greatest tardiness, very high availability first, then high, then normal; the sum
 * of the times at which things serve, weighted by need; the end of it all. `aim` puts another one first; `elapsed`: the
 * minutes of the outage that lie behind.
 */
export function goalsOf(
  facts: Facts,
  model: Model,
  impact: Impact,
  tasks: TaskGraph,
  {
    promises,
    bypassed,
    elapsed,
    aim,
  }: {
    readonly promises: readonly Promised[];
    readonly bypassed: ReadonlySet<Requirement>;
    readonly elapsed: number;
    readonly aim: Aim;
  },
): Goals {
  const serving = servingOf(model, impact, tasks, bypassed);
  const { nodes, graph } = serving;
  const lastTasks = Int32Array.from(nodes, (n) => tasks.lastTask[n.index] as number);
  const doneAt = Float64Array.from(lastTasks, (t) => tasks.tasks[t]?.doneAt ?? Number.NaN);
  const weight = Float64Array.from(nodes, (n) =>
    n.kind === 'backup' ? 0 : (weights[rankOf(facts.needs.effective(n.index, 'availability'))] as number),
  );
  const place = new Map(nodes.map((n, i) => [n.id, i]));
  const limits = promises.flatMap(({ node, limit, rank }) => {
    const at = place.get(node.id);
    return at === undefined ? [] : [{ at, limit: limit - elapsed, component: 2 - rank }];
  });
  const sequence = { tardiness: [0, 1, 2, 3, 4], restored: [1, 2, 3, 0, 4], makespan: [1, 2, 3, 4, 0] }[aim];
  const [high, , , sum, end] = sequence as [number, number, number, number, number];
  const up = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  const serves = new Float64Array(graph.size);
  const sweep = serveSweep(graph);
  const score = (finish: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < lastTasks.length; i++) {
      up[i] = Number.isNaN(doneAt[i]) ? (finish[lastTasks[i] as number] as number) : (doneAt[i] as number);
    }
    sweep(up, serves);
    out.fill(0);
    for (const { at, limit, component } of limits) {
      const late = (serves[at] as number) - limit;
      const c = high + component;
      if (late > (out[c] as number) && late < Number.POSITIVE_INFINITY) out[c] = late;
    }
    let total = 0;
    for (let i = 0; i < weight.length; i++) {
      const at = serves[i] as number;
      if (at < Number.POSITIVE_INFINITY) total += at * (weight[i] as number);
    }
    out[sum] = total;
    let last = 0;
    for (let t = 0; t < finish.length; t++) {
      const at = finish[t] as number;
      if (at > last && at < Number.POSITIVE_INFINITY) last = at;
    }
    out[end] = last;
  };
  const handed = handedOn(serving, promises, elapsed);
  const due = new Float64Array(tasks.tasks.length).fill(Number.POSITIVE_INFINITY);
  const level = new Uint8Array(tasks.tasks.length);
  const taskWeight = new Float64Array(tasks.tasks.length);
  for (const [i, t] of lastTasks.entries()) {
    due[t] = handed.due[i] as number;
    level[t] = handed.level[i] as number;
    taskWeight[t] = weight[i] as number;
  }
  const lateAt = [high + 2, high + 1, high] as const;
  return { score, components: 5, makespanAt: end, lateAt, due, weight: taskWeight, level };
}
