import type { Element, Model } from '../model/model.ts';
import type { Failure } from './carry.ts';
import { entriesIn } from './carry.ts';
import { impactWithFailover } from './failover.ts';
import type { RequirementGraph } from './graph.ts';
import { scenarioFailures } from './scenario-failures.ts';

/** What one event takes down. */
export interface EventImpact {
  /** Undefined: the cold start of everything. */
  readonly scenario: Element<'scenario'> | undefined;
  /** As a sentence names it: the scenario's id, or "the cold start". */
  readonly name: string;
  readonly isDown: (id: string) => boolean;
  /** Of a `dependsOn`, what is down and cannot be done without; empty: it works. */
  readonly lost: (dependsOn: unknown) => readonly string[];
}

interface Entry {
  readonly when?: string;
}

/** What is not needed at the moment somebody uses it. */
const dispensable = new Set(['later', 'restore']);

function eventImpact(
  model: Model,
  graph: RequirementGraph,
  scenario: Element<'scenario'> | undefined,
  failures: readonly Failure[],
): EventImpact {
  // What stands still until somebody has switched it over is down when the first calls are made.
  const { nodes } = impactWithFailover(model, graph, failures).impact;
  const down = Uint8Array.from(nodes, ({ state }) => (state === 'down' ? 1 : 0));
  const isDown = (id: string): boolean => down[model.node(id)?.index ?? -1] === 1;
  return {
    scenario,
    name: scenario?.id ?? 'the cold start',
    isDown,
    lost: (dependsOn) => {
      const wanted = [dependsOn ?? []].flat().filter((e) => !dispensable.has((e as Entry).when ?? 'run'));
      const unmet = entriesIn(wanted).filter(({ ids, needed }) => ids.length - ids.filter(isDown).length < needed);
      return [...new Set(unmet.flatMap(({ ids }) => ids.filter(isDown)))];
    },
  };
}

/**
 * What the cold start and every scenario of the plan take down, one run each, for rules on what people must still have
 * then: telephones, channels, tools, documents. A plan without scenarios has at least the power cut.
 */
export function scenarioImpacts(model: Model, graph: RequirementGraph): readonly EventImpact[] {
  const ours = model.nodes.filter((n) => n.nature === 'system' && !n.external);
  const cold = ours.map(({ id }): Failure => ({ element: id, effect: 'outage' }));
  return [
    eventImpact(model, graph, undefined, cold),
    ...model.of('scenario').map((scenario) => eventImpact(model, graph, scenario, scenarioFailures(model, scenario))),
  ];
}
