import { earliestTimes, type Facts, type Impact } from '../analysis/index.ts';
import type { Model, Node } from '../model/model.ts';
import { type Placements, placementsOf, rankOf } from './placement.ts';
import type { Circumstances, Reported, Task } from './task-list.ts';
import { firstProvider, type TaskGraph, taskGraph } from './tasks.ts';

/** The earliest times of tasks without limits of staff. */
export const sweep = (graph: TaskGraph) =>
  earliestTimes(graph.graph, {
    duration: Float64Array.from(graph.tasks, (t) => t.time.takes),
    given: new Uint8Array(graph.tasks.length),
  });

/** Services that may be switched over by hand: down, and with a failover that has not failed. */
function switchable(model: Model, back: Uint8Array, impact: Impact, reported: Reported): ReadonlySet<number> {
  const services = model.of('service').map((s) => model.node(s.id) as Node);
  return new Set(
    services
      .filter((n) => firstProvider(n) !== undefined && impact.nodes[n.index]?.state === 'down' && back[n.index])
      .filter((n) => !reported.failed.has(`${n.id}/failover`))
      .map((n) => n.index),
  );
}

/** Decides what is switched over and where machines of farms go: both by the earliest times without limits of staff. */
export function decide(
  facts: Facts,
  before: Circumstances,
  pointless: ReadonlySet<number>,
): { circumstances: Circumstances; placements: Placements } {
  const { model, impact, back, reported } = before;
  const candidates = switchable(model, back, impact, reported);
  const graph = taskGraph({ ...before, failovers: candidates });
  const { finish } = sweep(graph);
  const at = (node: Node): number => finish[graph.lastTask[node.index] as number] ?? Number.POSITIVE_INFINITY;
  const failovers = new Set(
    [...candidates].filter((index) => {
      if (pointless.has(index)) return false;
      const node = model.nodes[index] as Node;
      const first = model.node(firstProvider(node) as string) as Node;
      if (impact.nodes[first.index]?.state !== 'down') return false;
      const step = graph.tasks.find((t) => t.node === node && t.action === 'failover') as Task;
      return step.doneAt !== undefined || step.running !== undefined || (finish[step.index] as number) < at(first);
    }),
  );
  const need = (node: Node): number => rankOf(facts.needs.effective(node.index, 'availability'));
  const placements = placementsOf(model, impact, at, need);
  return { circumstances: { ...before, failovers, placements: placements.of }, placements };
}

/** Services whose failover would be over only when their first provider is back already. */
export function lateFailovers(model: Model, { tasks, lastTask }: TaskGraph, finish: Float64Array): readonly number[] {
  return tasks
    .filter((t) => t.action === 'failover' && t.doneAt === undefined && !t.running)
    .filter(({ node, index }) => {
      const first = model.node(firstProvider(node) as string) as Node;
      const back = lastTask[first.index] as number;
      return back !== -1 && (finish[back] as number) <= (finish[index] as number);
    })
    .map(({ node }) => node.index);
}
