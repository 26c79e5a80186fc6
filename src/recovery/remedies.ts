import { serveTimes } from '../analysis/index.ts';
import type { Node } from '../model/model.ts';
import { upAt } from './bounds.ts';
import type { Draft, OrderOptions } from './draft.ts';
import { decisive } from './objectives.ts';
import type { Promised } from './promises.ts';
import type { Objective, Remedy } from './recovery.ts';
import { neededRoles, problemOf, resourcesOf } from './resources.ts';
import type { Problem } from './schedule/problem.ts';
import { schedule } from './schedule/schedule.ts';
import { teamOf } from './team.ts';
import { chainTo } from './timed.ts';

/** Above so many tasks nothing is tried: an answer in time is worth more than a hint. */
const mostTasks = 2_000;
const mostPromises = 8;
const stepsTried = 4;

/**
 * For each missed promise the role of which one more person would keep it, and the step that would when it took less;
 * both tried by planning again, so that what is named has been seen to help. By element and basis.
 */
export function remediesOf(
  draft: Draft,
  options: OrderOptions,
  objectives: readonly Objective[],
): ReadonlyMap<Objective, Remedy> {
  const tasks = draft.timed.graph.tasks.length;
  const missed = objectives.filter((o) => o.verdict === 'contested' || o.verdict === 'infeasible');
  const found = new Map<Objective, { -readonly [K in keyof Remedy]: Remedy[K] }>();
  if (tasks > mostTasks || missed.length === 0) return found;
  const passes = Math.max(8, Math.min(300, Math.floor(60_000 / tasks)));
  const promiseOf = (o: Objective): Promised =>
    draft.promises.find((p) => p.node.id === o.element && p.basis === o.basis) as Promised;
  const isLate = (serves: Float64Array, { node, limit }: Promised): boolean =>
    (serves[node.index] as number) + draft.elapsed > limit;
  /** Kept, and nothing else missed for it: else it would only have been moved. */
  const keeps = (problem: Problem): ((o: Objective) => boolean) => {
    const serves = servesOf(draft, schedule(problem, passes).timetable.finish);
    const harmless = draft.promises.every((p) => !isLate(serves, p) || isLate(draft.serves, p));
    return (o) => harmless && !isLate(serves, promiseOf(o));
  };
  const set = (o: Objective, remedy: Remedy): void => {
    found.set(o, { ...found.get(o), ...remedy });
  };
  const chains = new Map(missed.map((o) => [o, chainOf(draft, promiseOf(o).node)]));
  const rolesOn = (o: Objective): ReadonlySet<string> =>
    new Set(chains.get(o)?.flatMap((t) => Object.keys(draft.timed.graph.tasks[t]?.time.staff ?? {})));
  for (const role of [...neededRoles(draft.timed.graph.tasks).keys()].sort()) {
    const open = missed.filter((o) => found.get(o)?.role === undefined && rolesOn(o).has(role));
    if (open.length === 0) continue;
    const isKept = keeps(withOneMore(draft, options, role));
    for (const o of open) if (isKept(o)) set(o, { role });
  }
  for (const o of missed.slice(0, mostPromises)) {
    const { node, limit } = promiseOf(o);
    const minutes = (o.scheduled as number) - limit;
    // A step cannot take no time at all.
    const chain = chainOf(draft, node).filter((t) => (draft.problem.duration[t] as number) > minutes);
    chain.sort((a, b) => (draft.problem.duration[b] as number) - (draft.problem.duration[a] as number) || a - b);
    const step = chain.slice(0, stepsTried).find((t) => keeps(shortened(draft.problem, t, minutes))(o));
    const task = step === undefined ? undefined : draft.timed.graph.tasks[step];
    if (task) set(o, { shorten: { step: task.id, minutes } });
  }
  return found;
}

/** The tasks that decide when a node serves. */
function chainOf(draft: Draft, node: Node): readonly number[] {
  const last = decisive(draft, node);
  return last === -1 ? [] : chainTo(draft.timed, last);
}

function servesOf({ ways, impact, timed }: Draft, finish: Float64Array): Float64Array {
  const isDown = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  return serveTimes(ways.graph, upAt(ways.model, isDown, timed.graph, finish), { waived: ways.bypassed });
}

/** The same problem with one more person, who has this role alone and is there from the start. */
function withOneMore(draft: Draft, options: OrderOptions, role: string): Problem {
  const { graph } = draft.timed;
  const { model } = draft.ways;
  const team = teamOf(model, neededRoles(graph.tasks), options);
  const members = [...team.members, { id: `${role} (one more)`, roles: new Set([role]), from: 0 }];
  const usable = (id: string): number => draft.up[(model.node(id) as Node).index] as number;
  return problemOf(graph, resourcesOf(model, graph, { ...team, members }, usable), draft.problem).problem;
}

/** The same problem with a task that takes less, its attended part not longer than the rest. */
function shortened(problem: Problem, task: number, minutes: number): Problem {
  const duration = problem.duration.slice();
  const attended = problem.attended.slice();
  duration[task] = (duration[task] as number) - minutes;
  attended[task] = Math.min(attended[task] as number, duration[task] as number);
  return { ...problem, duration, attended };
}
