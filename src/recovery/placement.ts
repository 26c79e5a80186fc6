import type { Impact } from '../analysis/index.ts';
import { levels } from '../inventory/index.ts';
import type { Element, Model, Node } from '../model/model.ts';
import { recoveryOf } from './times.ts';

/** Where a machine of a farm is started again. */
export interface Placement {
  readonly host: Node;
  /** The host has to come back first. */
  readonly waits: boolean;
  /** The farm starts it by itself: nobody is needed. */
  readonly automatic: boolean;
}

/** The placements of an event and what finds no room. */
export interface Placements {
  /** By number of the machine. */
  readonly of: ReadonlyMap<number, Placement>;
  readonly noRoom: readonly { readonly cluster: string; readonly machines: readonly string[] }[];
}

interface Host {
  readonly node: Node;
  /** When it is there: 0 for one that never went down. */
  readonly at: number;
  cpu: number;
  memory: number;
  readonly runs: Set<string>;
}

type Machine = Element<'virtualMachine'> & Node;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Machines that the farm has been told to keep apart from this one. */
function keptApart(cluster: Element<'cluster'>, id: string): ReadonlySet<string> {
  const groups = (cluster.data.placement ?? []).flatMap((p) => (p.apart?.includes(id) ? p.apart : []));
  return new Set(groups.filter((other) => other !== id));
}

/**
 * Starts the machines of each farm on the hosts that are there first and have room, the most needed first: on the usual
 * host where that is as early, apart from what they are to be apart from where that is possible. Farms of which a size
 * is missing place nothing: there nobody can say what fits. `hostAt`: by node, when it is up, Infinity never.
 * @param needOf the availability need of a machine, 0 to 2
 */
export function placementsOf(
  model: Model,
  impact: Impact,
  hostAt: (node: Node) => number,
  needOf: (node: Node) => number,
): Placements {
  const placed = new Map<number, Placement>();
  const noRoom: { cluster: string; machines: string[] }[] = [];
  const isDown = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  const machinesOf = new Map<string, Machine[]>();
  for (const vm of model.of('virtualMachine')) {
    const node = model.node(vm.id) as Machine;
    const on = typeof vm.data.runsOn === 'string' ? vm.data.runsOn : vm.data.runsOn?.id;
    if (on !== undefined) machinesOf.set(on, [...(machinesOf.get(on) ?? []), node]);
  }
  for (const cluster of model.of('cluster')) {
    const machines = machinesOf.get(cluster.id) ?? [];
    const members = (cluster.data.members ?? []).flatMap((id) => model.node(id) ?? []);
    if (!machines.some(isDown)) continue;
    const perCore = cluster.data.cpuOvercommit ?? 1;
    const hosts = members.map((node): Host => {
      const { cpu = Number.NaN, memory = Number.NaN } = node.data as { cpu?: number; memory?: number };
      return { node, at: isDown(node) ? hostAt(node) : 0, cpu: cpu * perCore, memory, runs: new Set() };
    });
    const sized = [
      ...hosts,
      ...machines.map(({ data }) => ({ cpu: data.cpu ?? Number.NaN, memory: data.memory ?? Number.NaN })),
    ];
    if (sized.some((s) => Number.isNaN(s.cpu) || Number.isNaN(s.memory))) continue;
    const put = (vm: Machine, host: Host): void => {
      host.cpu -= vm.data.cpu ?? 0;
      host.memory -= vm.data.memory ?? 0;
      host.runs.add(vm.id);
    };
    for (const vm of machines) {
      const usual = hosts.find((h) => h.node.id === vm.data.placedOn);
      if (!isDown(vm) && usual) put(vm, usual);
    }
    const waiting = machines
      .filter(isDown)
      .sort(
        (a, b) =>
          needOf(b) - needOf(a) ||
          (recoveryOf(a).rto ?? Number.POSITIVE_INFINITY) - (recoveryOf(b).rto ?? Number.POSITIVE_INFINITY) ||
          (b.data.memory ?? 0) - (a.data.memory ?? 0) ||
          byText(a.id, b.id) ||
          0,
      );
    const left: string[] = [];
    for (const vm of waiting) {
      const apart = keptApart(cluster, vm.id);
      const mixes = (h: Host): number => ([...h.runs].some((id) => apart.has(id)) ? 1 : 0);
      const unusual = (h: Host): number => (h.node.id === vm.data.placedOn ? 0 : 1);
      const [host] = hosts
        .filter((h) => Number.isFinite(h.at) && h.cpu >= (vm.data.cpu ?? 0) && h.memory >= (vm.data.memory ?? 0))
        .sort(
          (a, b) =>
            a.at - b.at ||
            mixes(a) - mixes(b) ||
            unusual(a) - unusual(b) ||
            b.memory - a.memory ||
            byText(a.node.id, b.node.id),
        );
      if (!host) {
        left.push(vm.id);
        continue;
      }
      put(vm, host);
      // What failed by itself is not brought back by starting it elsewhere.
      const carried = (impact.nodes[vm.index]?.because.length ?? 0) > 0;
      const automatic = cluster.data.restarts === 'automatic' && !isDown(host.node) && carried;
      placed.set(vm.index, { host: host.node, waits: isDown(host.node), automatic });
    }
    if (left.length > 0) noRoom.push({ cluster: cluster.id, machines: left.sort(byText) });
  }
  return { of: placed, noRoom };
}

/** The rank of an availability need, 0 to 2. */
export const rankOf = (level: (typeof levels)[number]): number => levels.indexOf(level);
