import type { Model, Node, Requirement } from '../model/model.ts';
import { leastFixpoint } from './and-or.ts';
import { graphOf } from './graph.ts';

/** A component of the virtualisation that needs something which only virtual machines provide. */
export interface VirtualOnly {
  readonly node: Node;
  readonly requirement: Requirement;
  /** What it needs and cannot have before a virtual machine runs, in the order written. */
  readonly through: readonly string[];
}

const managing = new Set(['virtualisation-management', 'connection-broker', 'licensing']);
const carrying = new Set(['hypervisor', 'cluster', 'storage']);

/** Hosts, farms and storage, and the physical servers that manage them, give desktops or licences. */
function components(model: Model): ReadonlySet<string> {
  const servers = model
    .of('service')
    .filter((s) => managing.has(s.data.role ?? ''))
    .flatMap((s) => s.data.providers ?? [])
    .filter((id) => model.node(id)?.kind !== 'virtualMachine');
  return new Set([...model.nodes.filter((n) => carrying.has(n.kind)).map((n) => n.id), ...servers]);
}

/**
 * The static sentence of M 6.138: bringing virtualisation back must not depend on a service that only virtual systems
 * provide. Fires where every way of meeting a start or run requirement passes through a virtual machine; what fails only
 * because another component fails is that one's finding. The exact neighbour is the analysis of deadlocks.
 */
export function virtualOnly(model: Model): readonly VirtualOnly[] {
  const isStart = (r: Requirement): boolean => r.when === 'start' || r.when === 'run';
  const graph = graphOf(model, isStart);
  const given = Uint8Array.from(model.nodes, (n) => (n.external ? 1 : 0));
  const wanted = Uint8Array.from(model.nodes, (n) => (n.kind === 'virtualMachine' ? 0 : 1));
  const { reached } = leastFixpoint(graph, given, wanted);
  const subjects = components(model);
  const comes = (id: string): boolean => reached[(model.node(id) as Node).index] === 1;
  return model.requirements.flatMap((requirement) => {
    const { from, of, atLeast } = requirement;
    if (!isStart(requirement) || !subjects.has(from) || requirement.bypass) return [];
    const stuck = of.filter((id) => !comes(id));
    if (of.length - stuck.length >= atLeast) return [];
    const own = stuck.filter((id) => !subjects.has(id));
    if (of.length - own.length >= atLeast) return [];
    return [{ node: model.node(from) as Node, requirement, through: own }];
  });
}
