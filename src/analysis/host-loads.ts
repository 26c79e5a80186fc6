import type { Element, Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';

/** What runs on one host. */
export interface HostLoad {
  readonly host: Node;
  /** Virtual machines with their usual place there, or that run nowhere else; sorted. */
  readonly machines: readonly Element<'virtualMachine'>[];
  /** Those whose data lies on disks of this host: lost with it. */
  readonly storedThere: readonly Element<'virtualMachine'>[];
}

/** The hosts that carry virtual machines, and each farm for what has no usual place; sorted by id. */
export function hostLoads(model: Model): readonly HostLoad[] {
  const byHost = new Map<string, Element<'virtualMachine'>[]>();
  for (const vm of model.of('virtualMachine')) {
    const [host] = idsIn(vm.data.placedOn ?? vm.data.runsOn);
    if (host !== undefined) byHost.set(host, [...(byHost.get(host) ?? []), vm]);
  }
  return model.nodes.flatMap((host) => {
    const machines = byHost.get(host.id);
    if (!machines) return [];
    const isPart = (store: string): boolean =>
      idsIn((model.node(store)?.data as { partOf?: unknown } | undefined)?.partOf).includes(host.id);
    const storedThere = machines.filter((vm) => idsIn(vm.data.storedOn).some(isPart));
    return [{ host, machines, storedThere }];
  });
}
