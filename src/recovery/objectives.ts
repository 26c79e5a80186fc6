import { serveTimes } from '../analysis/index.ts';
import type { Node } from '../model/model.ts';
import type { Bounds } from './bounds.ts';
import type { Draft } from './draft.ts';
import type { Promised } from './promises.ts';
import type { Objective } from './recovery.ts';
import type { TaskGraph } from './tasks.ts';
import { chainTo, type Timed } from './timed.ts';

/** Where few people do thousands of steps a chain has thousands of links: the last ones are told. */
const mostLinks = 60;

/** The elements of the chain that decides when a node serves, the node first. */
function because(draft: Draft, node: Node): readonly string[] {
  const task = decisive(draft, node);
  if (task === -1) return [node.id];
  const chain = chainTo(draft.timed, task, mostLinks).map((t) => taskOf(draft.timed, t).node.id);
  const shown = [...chain, node.id].filter((id, i, all) => id !== all[i - 1]);
  const { elements } = draft.ways.model;
  return shown.filter((id) => elements.get(id)?.kind !== 'backup').reverse();
}

/** When the chain begins, if nothing but its people had to be waited for. */
function arrival(draft: Draft, node: Node): number {
  const task = decisive(draft, node);
  const chain = task === -1 ? [] : chainTo(draft.timed, task, mostLinks);
  const [first] = chain.length < mostLinks ? chain : [];
  if (first === undefined) return 0;
  const people = draft.timed.units[first] ?? [];
  const from = people.map((u) => draft.timed.resources.availableFrom[u] as number);
  const at = draft.timed.swept.start[first] as number;
  return at > 0 && from.includes(at) ? at : 0;
}

const taskOf = ({ graph }: Timed, t: number): TaskGraph['tasks'][number] =>
  graph.tasks[t] as TaskGraph['tasks'][number];

/** The task with which the last thing that a node serves with is back; -1: it does not come back. */
export function decisive({ timed, serves, ways, up, needsOf }: Draft, node: Node): number {
  const own = timed.graph.lastTask[node.index] as number;
  const at = serves[node.index] as number;
  if (own === -1 || (timed.swept.finish[own] as number) === at) return own;
  // It is up, and waits for something else in order to serve: that one's last task, over as many links as it takes.
  const seen = new Set([node.index]);
  const queue = [node];
  for (const current of queue) {
    for (const r of needsOf.get(current.id) ?? []) {
      for (const id of r.of) {
        const provider = ways.model.node(id) as Node;
        if (seen.has(provider.index) || serves[provider.index] !== at) continue;
        seen.add(provider.index);
        queue.push(provider);
        const task = timed.graph.lastTask[provider.index] as number;
        if (task !== -1 && up[provider.index] === at) return task;
      }
    }
  }
  return own;
}

/**
 * Every promise against the clock, counted from the start of the outage. `met`: this order shows it. `infeasible`: a
 * bound over its own chains or its own work proves it, whatever else is left undone. `contested`: it could be met alone;
 * proved where the promises named with it ask more of the same people than there is time for. `unreachable`: it does not
 * come back.
 */
export function objectivesOf(draft: Draft, bounds: Bounds): readonly Objective[] {
  const { promises, elapsed, serves, up, ways } = draft;
  const complete = serveTimes(ways.graph, up, { later: true, waived: ways.bypassed });
  const orNever = (time: number): number | null => (Number.isFinite(time) ? Math.max(0, time + elapsed) : null);
  const objectiveOf = (promise: Promised): Objective => {
    const { node, basis, limit } = promise;
    const scheduled = (serves[node.index] as number) + elapsed;
    const common = {
      element: node.id,
      basis,
      limit,
      lowerBound: Math.max(0, bounds.byWork(node) + elapsed),
      scheduled: orNever(serves[node.index] as number),
      completeAt: orNever(complete[node.index] as number),
    };
    if (scheduled === Number.POSITIVE_INFINITY) {
      return { ...common, verdict: 'unreachable', proved: true, because: [node.id] };
    }
    if (scheduled <= limit) return { ...common, verdict: 'met', proved: true };
    const chain = because(draft, node);
    const peopleFrom = arrival(draft, node);
    const late = { because: chain, ...(peopleFrom > 0 ? { peopleFrom } : {}) };
    if (common.lowerBound > limit) return { ...common, verdict: 'infeasible', proved: true, ...late };
    const rivals = bounds.overload(promise);
    const others = rivals?.map((r) => r.node.id) ?? rivalsOf(draft, chain, node);
    return { ...common, verdict: 'contested', proved: rivals !== undefined, ...late, with: others };
  };
  return promises.map(objectiveOf);
}

/** Where nothing is proved: the promised elements on the chain whose steps keep its people busy. */
function rivalsOf({ promises }: Draft, chain: readonly string[], node: Node): readonly string[] {
  const promised = new Set(promises.map((p) => p.node.id));
  return [...new Set(chain.filter((id) => id !== node.id && promised.has(id)))].sort();
}
