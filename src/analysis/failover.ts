import type { Model, Node } from '../model/model.ts';
import type { Failure } from './carry.ts';
import type { RequirementGraph } from './graph.ts';
import { type Impact, impactOf } from './impact.ts';

/** A service that has lost its first provider and stands still until somebody has switched over. */
export interface StandingStill {
  readonly node: Node;
  readonly first: string;
}

const isDown = (impact: Impact, node: Node | undefined): boolean =>
  node !== undefined && impact.nodes[node.index]?.state === 'down';

/** Services with a failover step whose first provider is down while enough others are up. */
export function awaitingFailover(model: Model, impact: Impact): readonly StandingStill[] {
  return model.of('service').flatMap(({ id, data }): StandingStill[] => {
    const [first] = data.providers ?? [];
    if (data.failover === undefined || first === undefined || !isDown(impact, model.node(first))) return [];
    const up = (data.providers ?? []).filter((p) => model.node(p) && !isDown(impact, model.node(p)));
    return up.length >= (data.atLeast ?? 1) ? [{ node: model.node(id) as Node, first }] : [];
  });
}

/**
 * The impact of an event with what stands still until it is switched over: a service with a failover step serves nobody
 * after the loss of its first provider, and what needs it waits with it (model.md, `services`).
 */
export function impactWithFailover(
  model: Model,
  graph: RequirementGraph,
  failures: readonly Failure[],
): { readonly impact: Impact; readonly awaiting: readonly StandingStill[] } {
  const impact = impactOf(model, graph, failures, graph.still);
  return { impact, awaiting: awaitingFailover(model, impact) };
}
