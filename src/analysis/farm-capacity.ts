import { type Level, levels } from '../inventory/index.ts';
import type { Element, Model } from '../model/model.ts';
import { idsIn } from './carry.ts';

/** Whether a farm carries its machines when hosts are gone. */
export interface FarmCapacity {
  readonly cluster: string;
  /** The hosts taken away: the largest, as many as the farm promises to bear. */
  readonly gone: readonly string[];
  /** Every machine found a place. Undefined: sizes are missing, so nobody can say. */
  readonly fits: boolean | undefined;
  /** What finds no place, the most needed machines placed first. */
  readonly left: readonly string[];
  /** Hosts and machines without a size. */
  readonly unknown: readonly string[];
}

interface Size {
  readonly id: string;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}
interface Host {
  cpu: number;
  memory: number;
}

const sizeOf = ({ id, data }: Element<'hypervisor' | 'virtualMachine'>): Size => ({
  id,
  cpu: data.cpu,
  memory: data.memory,
});

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const bySize = (a: Size, b: Size): number =>
  (b.memory ?? 0) - (a.memory ?? 0) || (b.cpu ?? 0) - (a.cpu ?? 0) || byText(a.id, b.id);

/** Each machine on the first host with room for it; answers what is left over. */
function firstFit(machines: readonly Size[], hosts: readonly Host[]): string[] {
  const free = hosts.map((h) => ({ ...h }));
  return machines
    .filter(({ cpu = 0, memory = 0 }) => {
      const host = free.find((h) => h.cpu >= cpu && h.memory >= memory);
      if (!host) return true;
      host.cpu -= cpu;
      host.memory -= memory;
      return false;
    })
    .map((m) => m.id);
}

/**
 * Packs the machines of every farm into what is left when its largest hosts are gone: as many as `toleratesHostFailures`
 * says, else one (first-fit decreasing, Johnson 1973: within 11/9 of the best packing). When they do not fit, the most
 * needed are placed first, so that `left` names what stays off. SYS.1.5.A17, A20.
 * @param needOf the availability need of a virtual machine
 */
export function farmCapacities(model: Model, needOf: (id: string) => Level): readonly FarmCapacity[] {
  const machinesOf = new Map<string, Element<'virtualMachine'>[]>();
  for (const vm of model.of('virtualMachine')) {
    for (const host of idsIn(vm.data.runsOn)) machinesOf.set(host, [...(machinesOf.get(host) ?? []), vm]);
  }
  return model.of('cluster').flatMap((cluster): FarmCapacity[] => {
    const members = (cluster.data.members ?? []).flatMap(
      (id) => (model.elements.get(id) as Element<'hypervisor'> | undefined) ?? [],
    );
    const machines = machinesOf.get(cluster.id) ?? [];
    if (members.length === 0 || machines.length === 0) return [];
    const hosts = members.map(sizeOf).sort(bySize);
    const many = Math.min(cluster.data.toleratesHostFailures ?? (hosts.length > 1 ? 1 : 0), hosts.length);
    const gone = hosts.slice(0, many).map((h) => h.id);
    const perCore = cluster.data.cpuOvercommit ?? 1;
    const left = hosts.slice(many);
    const rest = left.map((h): Host => ({ cpu: (h.cpu ?? 0) * perCore, memory: h.memory ?? 0 }));
    const sizes = machines.map(sizeOf);
    const unknown = [...left, ...sizes].filter((s) => s.cpu === undefined || s.memory === undefined).map((s) => s.id);
    const lacksHost = left.some((h) => h.cpu === undefined || h.memory === undefined);
    if (lacksHost) return [{ cluster: cluster.id, gone, fits: undefined, left: [], unknown: unknown.sort(byText) }];
    if (firstFit([...sizes].sort(bySize), rest).length === 0) {
      return [
        {
          cluster: cluster.id,
          gone,
          fits: unknown.length > 0 ? undefined : true,
          left: [],
          unknown: unknown.sort(byText),
        },
      ];
    }
    const byNeed = [...sizes].sort(
      (a, b) => levels.indexOf(needOf(b.id)) - levels.indexOf(needOf(a.id)) || bySize(a, b),
    );
    const over = firstFit(byNeed, rest).sort(byText);
    // Placed by need all may fit where placed by size they did not.
    return [{ cluster: cluster.id, gone, fits: over.length === 0, left: over, unknown: unknown.sort(byText) }];
  });
}
