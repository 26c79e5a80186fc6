import type { Effect } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import type { AndOr } from './and-or.ts';
import { type ApparentRedundancy, commonCauses } from './common-causes.ts';
import { type CutSet, type CutSets, cutSets } from './cut-sets.ts';
import { type FarmCapacity, farmCapacities } from './farm-capacity.ts';
import { type FaultGraph, failableNodes, faultGraph, faultRun } from './fault-graph.ts';
import type { RequirementGraph } from './graph.ts';
import { downTimes } from './impact.ts';
import type { Inherited } from './inherited.ts';
import type { Needs } from './protection-needs.ts';

/** One element whose loss alone takes processes or services down. */
export interface SinglePoint {
  readonly node: Node;
  /** What it takes down, and after how many minutes; sorted by node. */
  readonly takesDown: readonly {
    readonly node: Node;
    readonly after: number;
    /** It comes back once somebody has switched over. */
    readonly untilSwitched: boolean;
  }[];
  /** A recorded decision to live with it: then it is information. */
  readonly decision: string | undefined;
  /** A place within this place that takes down the same: that one says it all. */
  readonly repeats: string | undefined;
}

/** What a plan cannot spare (analysis.md §6). */
export interface WeakPoints {
  /** Processes and services whose availability need is high or above. */
  readonly targets: readonly Node[];
  readonly faults: FaultGraph;
  /** What alone takes some of these down: by default the targets. Sorted by node. */
  readonly singlePoints: (targets?: readonly Node[]) => readonly SinglePoint[];
  /** Redundancy behind these that one loss takes away. */
  readonly apparent: (targets?: readonly Node[]) => readonly ApparentRedundancy[];
  /** The same for all that is in the plan, where only virtual machines stand in for each other. */
  readonly apparentMachines: () => readonly ApparentRedundancy[];
  /** The minimal cut sets of one node up to an order from 1 to 3. */
  readonly cutSets: (node: Node, order: number) => readonly (readonly Node[])[];
  readonly capacity: readonly FarmCapacity[];
  /** The farm that by itself restarts on other hosts what ran on this one, and has room for it. */
  readonly restartedBy: (host: string) => string | undefined;
}

/** By node: 1 for what somebody among the targets needs, over any number of steps, the targets included. */
function behind({ hold }: FaultGraph, targets: readonly Node[]): Uint8Array {
  const seen = new Uint8Array(hold.size);
  const queue = targets.map((t) => t.index);
  for (const v of queue) seen[v] = 1;
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let g = hold.groupStart[v] as number; g < (hold.groupStart[v + 1] as number); g++) {
      for (let i = hold.memberStart[g] as number; i < (hold.memberStart[g + 1] as number); i++) {
        const m = hold.member[i] as number;
        if (seen[m]) continue;
        seen[m] = 1;
        queue.push(m);
      }
    }
  }
  return seen;
}

/** Minutes until each node is down, when this one fails; only worth it where a grace lies on the way. */
function timesAfter(model: Model, faults: FaultGraph, failed: readonly number[]): Float64Array {
  const effects = model.nodes.map(() => new Map<Effect, number>());
  for (const v of failed) effects[v]?.set('outage', v);
  return downTimes(model, faults.hold, { effects }).after;
}

function singlePointsOf(
  model: Model,
  faults: FaultGraph,
  hold: AndOr,
  needs: Needs,
  targets: readonly Node[],
): readonly SinglePoint[] {
  const isTarget = new Uint8Array(faults.hold.size);
  for (const t of targets) isTarget[t.index] = 1;
  const graced = new Set(
    model.requirements.filter((r) => r.grace !== undefined).map((r) => (model.node(r.from) as Node).index),
  );
  const run = faultRun(faults);
  const byHand = model.of('service').some((service) => service.data.failover !== undefined);
  const lasting = faultRun({ ...faults, hold });
  const found: SinglePoint[] = [];
  for (const node of failableNodes(model)) {
    // Whoever takes nothing down at the first step takes nothing down at all.
    if (!needs.isIndispensable(node.index) && !isTarget[node.index]) continue;
    const down = run.down([node.index]);
    const hit = down.filter((v) => isTarget[v]).sort((a, b) => a - b);
    if (hit.length === 0) continue;
    if (byHand) lasting.down([node.index]);
    const carried = carriedWith(faults, node.index);
    const times = down.some((v) => graced.has(v)) ? timesAfter(model, faults, carried) : undefined;
    const { highAvailability } = node.data as { highAvailability?: { decision?: string } };
    found.push({
      node,
      takesDown: hit.map((v) => ({
        node: model.nodes[v] as Node,
        after: times?.[v] ?? 0,
        untilSwitched: byHand && !lasting.isDown(v),
      })),
      decision: highAvailability?.decision,
      repeats: undefined,
    });
  }
  return found.map((point) => ({ ...point, repeats: innerPlace(model, point, found) }));
}

/** The place directly within this one whose loss takes down the same, if there is one. */
function innerPlace(model: Model, { node, takesDown }: SinglePoint, all: readonly SinglePoint[]): string | undefined {
  if (node.kind !== 'location') return undefined;
  const inner = all.find(
    (other) =>
      (other.node.data as { in?: string }).in === node.id &&
      model.node(other.node.id)?.kind === 'location' &&
      other.takesDown.length === takesDown.length &&
      other.takesDown.every((t, i) => t.node === takesDown[i]?.node),
  );
  return inner?.node.id;
}

/** A node and what shares its outage. */
function carriedWith({ links }: FaultGraph, node: number): readonly number[] {
  const queue = [node];
  const seen = new Set(queue);
  for (let head = 0; head < queue.length; head++) {
    for (const w of links[queue[head] as number] ?? []) {
      if (seen.has(w)) continue;
      seen.add(w);
      queue.push(w);
    }
  }
  return queue;
}

/** The weak points of a plan; each part is computed when asked for. */
export function weakPoints(model: Model, graph: RequirementGraph, needs: Needs, inherited: Inherited): WeakPoints {
  const faults = faultGraph(model, graph);
  const targets = model.nodes.filter(
    (n) => (n.kind === 'process' || n.kind === 'service') && needs.effective(n.index, 'availability') !== 'normal',
  );
  const failable = new Set(failableNodes(model).map((n) => n.index));
  const cuts = new Map<number, CutSets>();
  let single: readonly SinglePoint[] | undefined;
  let apparent: readonly ApparentRedundancy[] | undefined;
  let capacity: readonly FarmCapacity[] | undefined;
  const capacities = (): readonly FarmCapacity[] => {
    capacity ??= farmCapacities(model, (id) => {
      const node = model.node(id);
      return node ? needs.effective(node.index, 'availability') : 'normal';
    });
    return capacity;
  };
  const causesOf = (of: readonly Node[]) => commonCauses(model, faults, inherited, behind(faults, of));
  return {
    targets,
    faults,
    singlePoints: (of) => {
      if (of) return singlePointsOf(model, faults, graph.hold, needs, of);
      single ??= singlePointsOf(model, faults, graph.hold, needs, targets);
      return single;
    },
    apparent: (of) => {
      if (of) return causesOf(of);
      apparent ??= causesOf(targets);
      return apparent;
    },
    apparentMachines: () => {
      const isMachine = ({ kind }: Node): boolean => kind === 'virtualMachine';
      return commonCauses(model, faults, inherited, behind(faults, model.nodes), isMachine);
    },
    cutSets: (node, order) => {
      const known = cuts.get(order) ?? cutSets(faults, failable, order);
      cuts.set(order, known);
      return known.of(node.index).map((set: CutSet) => set.map((v) => model.nodes[v] as Node));
    },
    get capacity() {
      return capacities();
    },
    restartedBy: (host) =>
      model
        .of('cluster')
        .find(
          ({ id, data }) =>
            data.restarts === 'automatic' &&
            data.members?.includes(host) &&
            capacities().some((farm) => farm.cluster === id && farm.fits),
        )?.id,
  };
}
