import type { Element, Model } from '../model/model.ts';
import type { Failure } from './carry.ts';
import type { RequirementGraph } from './graph.ts';
import { impactOf } from './impact.ts';
import { scenarioFailures } from './scenario-failures.ts';

/** What the scenarios of a plan, taken together, prepare for. */
export interface ScenarioPreparedness {
  /** Scenarios that take down every hypervisor that is ours, directly or by what they need. */
  readonly coldStarts: readonly string[];
  /** Scenarios that compromise something of the virtualisation: a host, a farm, a machine, their storage or management. */
  readonly compromises: readonly Element<'scenario'>[];
  /** Scenarios that an exercise names and whose exercise has been held by the day of the check. */
  readonly exercised: ReadonlySet<string>;
  /** Scenarios that an exercise names, held or not. */
  readonly planned: ReadonlySet<string>;
}

const virtual = new Set<string>(['hypervisor', 'cluster', 'virtualMachine', 'storage']);

/** Everything that manages the virtualisation: what says so, and the providers of the service. */
function managersOf(model: Model): ReadonlySet<string> {
  const services = model.of('service').filter((s) => s.data.role === 'virtualisation-management');
  return new Set([
    ...model.managements.filter((m) => virtual.has(model.node(m.managed)?.kind ?? '')).map((m) => m.manager),
    ...services.flatMap((s) => [s.id, ...(s.data.providers ?? [])]),
  ]);
}

/** Reads all scenarios and exercises; one impact run for each scenario that stops something. */
export function scenarioPreparedness(model: Model, graph: RequirementGraph, today: string): ScenarioPreparedness {
  const scenarios = model.of('scenario');
  const failures = new Map<string, readonly Failure[]>(scenarios.map((s) => [s.id, scenarioFailures(model, s)]));
  const failuresOf = (s: Element<'scenario'>): readonly Failure[] => failures.get(s.id) ?? [];
  const hosts = model.nodes.filter((n) => n.kind === 'hypervisor' && !n.external);
  const managers = managersOf(model);
  const coldStarts = scenarios.filter((scenario) => {
    const stopping = failuresOf(scenario).filter((f) => f.effect === 'outage' || f.effect === 'destroyed');
    if (hosts.length === 0 || stopping.length === 0) return false;
    const { nodes } = impactOf(model, graph, stopping);
    return hosts.every((host) => nodes[host.index]?.state === 'down');
  });
  const exercises = model.of('exercise');
  const held = exercises.filter((e) => (e.data.records ?? []).some((r) => r.date <= today));
  const named = (of: readonly Element<'exercise'>[]): ReadonlySet<string> =>
    new Set(of.flatMap((e) => e.data.of ?? []));
  return {
    coldStarts: coldStarts.map((s) => s.id),
    compromises: scenarios.filter((s) =>
      failuresOf(s).some(
        (f) =>
          f.effect === 'compromised' && (virtual.has(model.node(f.element)?.kind ?? '') || managers.has(f.element)),
      ),
    ),
    exercised: named(held),
    planned: named(exercises),
  };
}
