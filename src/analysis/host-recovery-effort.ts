import type { Element, Model, Node } from '../model/model.ts';
import { type BackupCoverage, targetOf } from './backup-coverage.ts';
import type { RequirementGraph } from './graph.ts';
import type { HostLoad } from './host-loads.ts';
import { impactOf } from './impact.ts';
import { scenarioFailures } from './scenario-failures.ts';
import type { TimeObjectives } from './time-objectives.ts';

/** More restores at once than one backup medium can do in time: proved, whatever the order. Minutes. */
export interface RestoreOverload {
  readonly target: string;
  /** The virtual machines that must be back within `limit`. */
  readonly machines: readonly string[];
  readonly limit: number;
  /** When the last of them is back at the earliest. */
  readonly earliest: number;
  readonly parallel: number;
}

/** What the loss of one host means for those who bring it back. */
export interface HostRecoveryEffort {
  readonly host: Node;
  /** How many virtual machines go with it. */
  readonly machines: number;
  /** A scenario destroys it, or another host of its farm. */
  readonly isPlanned: boolean;
  readonly overload: RestoreOverload | undefined;
}

interface Restore {
  readonly id: string;
  readonly takes: number;
  readonly limit: number;
}

/** Of machines that must be back by then, the sum of their restores through so many places: no order is shorter. */
function overloadOf(target: string, parallel: number, restores: readonly Restore[]): RestoreOverload | undefined {
  const byLimit = [...restores].sort((a, b) => a.limit - b.limit || (a.id < b.id ? -1 : 1));
  let worst: RestoreOverload | undefined;
  let work = 0;
  byLimit.forEach(({ takes, limit }, i) => {
    work += takes;
    const earliest = Math.ceil(work / parallel);
    const excess = worst ? worst.earliest - worst.limit : 0;
    if (earliest - limit <= excess) return;
    worst = { target, machines: byLimit.slice(0, i + 1).map((r) => r.id), limit, earliest, parallel };
  });
  return worst;
}

/** Every host that carries virtual machines, sorted by id. One impact run for each scenario that destroys something. */
export function hostRecoveryEfforts(
  model: Model,
  graph: RequirementGraph,
  loads: readonly HostLoad[],
  coverage: BackupCoverage,
  { rto }: TimeObjectives,
): readonly HostRecoveryEffort[] {
  const destroyed = new Set<string>();
  for (const scenario of model.of('scenario')) {
    const failures = scenarioFailures(model, scenario);
    if (!failures.some((f) => f.effect === 'destroyed')) continue;
    const { nodes } = impactOf(model, graph, failures);
    for (const node of model.nodes) if (nodes[node.index]?.effects.includes('destroyed')) destroyed.add(node.id);
  }
  const farms = model.of('cluster').map((c) => [c.id, ...(c.data.members ?? [])]);
  const isPlanned = (host: string): boolean =>
    destroyed.has(host) || farms.some((farm) => farm.includes(host) && farm.some((id) => destroyed.has(id)));
  const usual = model.policy.defaults?.virtualMachine?.restore;
  const restoresOf = (machines: readonly Element<'virtualMachine'>[]): Map<string, Restore[]> => {
    const byTarget = new Map<string, Restore[]>();
    for (const { id, data } of machines) {
      const takes = data.recovery?.restore?.takes ?? usual;
      const limit = rto.effective(model.node(id)?.index ?? -1);
      const targets = new Set(coverage.backupsOf(id).map((b) => targetOf(model, b)));
      const [target] = targets;
      // What is unknown, or can be read from several media, proves nothing.
      if (takes === undefined || limit === undefined || targets.size !== 1 || !target || data.recovery?.stateless)
        continue;
      byTarget.set(target.id, [...(byTarget.get(target.id) ?? []), { id, takes, limit }]);
    }
    return byTarget;
  };
  return loads.map(({ host, machines, storedThere }) => {
    const overloads = [...restoresOf(storedThere)].flatMap(([target, restores]) => {
      const { parallel } = (model.elements.get(target) as Element<'backupTarget'>).data;
      return parallel === undefined ? [] : (overloadOf(target, parallel, restores) ?? []);
    });
    const overload = overloads.sort((a, b) => b.earliest - b.limit - (a.earliest - a.limit))[0];
    return { host, machines: machines.length, isPlanned: isPlanned(host.id), overload };
  });
}
