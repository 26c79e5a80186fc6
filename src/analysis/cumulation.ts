import type { Objective } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import { type Bearers, bearersAt, type Money } from './bearers.ts';
import { idsIn } from './carry.ts';
import type { NeedLevels } from './need-levels.ts';

/** One proposal for a group of elements that carry the same processes (analysis.md §5). */
export interface CumulationProposal {
  readonly objective: Objective;
  /** The node the proposal is made at, and where it is to be decided. */
  readonly at: number;
  /** All nodes with the same bearers, sorted. */
  readonly members: readonly number[];
  /** The maximum of all of them, as a rank. */
  readonly from: number;
  /** The proposed level, as a rank. */
  readonly to: number;
  /** The processes, ascending. */
  readonly bearers: () => readonly number[];
  /** There are as many bearers as the policy asks for. */
  readonly byCount: boolean;
  /** What an hour without all bearers costs, where that reaches the next category. */
  readonly damage: Money | undefined;
  /** A decision was made here or at what requires this element within the group. */
  readonly decided: boolean;
}

interface Limits {
  readonly bearers: number;
  /** The damage from which a rank applies; a currency of undefined fits all. */
  readonly damage: readonly { readonly amount: number; readonly currency: string | undefined }[];
}

function limitsOf({ policy }: Model): Limits {
  const { protection } = policy;
  const damage = protection?.thresholds?.damage;
  const limit = (money: Money | undefined, amount: number): Limits['damage'][number] =>
    money ?? { amount, currency: undefined };
  return {
    bearers: protection?.bearers ?? 5,
    damage: [{ amount: 0, currency: undefined }, limit(damage?.high, 50_000), limit(damage?.['very-high'], 500_000)],
  };
}

/** Where a proposal is made if the group has one of them: what carries many by its nature; the first of equals. */
const carriers = ['cluster', 'hypervisor', 'storage', 'location', 'networkDevice', 'backup'];

/** By node: its place in {@link carriers}, or -1. */
function carrierRanks(model: Model): Int8Array {
  const inFarm = new Set(model.of('cluster').flatMap((c) => idsIn(c.data.members)));
  const backupSystems = new Set([
    ...model.of('backup').flatMap((b) => idsIn(b.data.server)),
    ...model.of('service').flatMap((s) => (s.data.role === 'backup' ? idsIn(s.data.providers) : [])),
  ]);
  return Int8Array.from(model.nodes, (node) => {
    if (node.kind === 'hypervisor' && inFarm.has(node.id)) return -1;
    return carriers.indexOf(backupSystems.has(node.id) ? 'backup' : node.kind);
  });
}

const carriesNothing = (node: Node): boolean =>
  node.kind === 'process' || node.kind === 'data' || node.kind === 'backup';

function categoryOf({ damage }: Limits, sums: readonly Money[]): { rank: number; by: Money | undefined } {
  for (let rank = damage.length - 1; rank > 0; rank--) {
    const { amount, currency } = damage[rank] as Limits['damage'][number];
    const by = sums.find((s) => s.amount >= amount && (currency === undefined || s.currency === currency));
    if (by) return { rank, by };
  }
  return { rank: 0, by: undefined };
}

/** Whether a decision at a member is made at `at`, or at something that requires it within the group. */
function isDecided({ edges, decisions }: NeedLevels, group: readonly number[], at: number): boolean {
  const inGroup = new Set(group);
  const queue = group.filter((v) => decisions[v]);
  const seen = new Set(queue);
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    if (v === at) return true;
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const w = edges.target[i] as number;
      if (inGroup.has(w) && !seen.has(w)) {
        seen.add(w);
        queue.push(w);
      }
    }
  }
  return false;
}

/** The member where people decide: the nearest to the processes that carries by its nature, else the nearest. */
function representative(group: readonly number[], { distance }: Bearers, carrier: Int8Array): number {
  const natural = group.filter((v) => carrier[v] !== -1);
  const candidates = natural.length > 0 ? natural : group;
  return [...candidates].sort(
    (a, b) =>
      (distance[a] as number) - (distance[b] as number) || (carrier[a] as number) - (carrier[b] as number) || a - b,
  )[0] as number;
}

/**
 * Where many processes of one level, or their summed damage, make a higher level worth deciding on (cumulation,
 * BSI-Standard 200-2 §8.2.2; the standard has no formula, so this proposes and people decide). One proposal per group of
 * elements with the same bearers, sorted by where it is made.
 */
export function cumulationProposals(
  model: Model,
  objective: Objective,
  levels: NeedLevels,
): readonly CumulationProposal[] {
  const limits = limitsOf(model);
  const carrier = carrierRanks(model);
  const found: CumulationProposal[] = [];
  for (const from of [0, 1]) {
    const bearers = bearersAt(model, levels, from);
    const groups = new Map<number, number[]>();
    for (const node of model.nodes) {
      const number = bearers.groupOf[node.index] as number;
      if (number === -1 || carriesNothing(node)) continue;
      const group = groups.get(number);
      if (group) group.push(node.index);
      else groups.set(number, [node.index]);
    }
    for (const [number, all] of groups) {
      const byCount = (bearers.counts[number] as number) >= limits.bearers;
      const sums = bearers.damage[number] as readonly Money[];
      const category = objective === 'availability' ? categoryOf(limits, sums) : undefined;
      const to = Math.max(byCount ? from + 1 : 0, category?.rank ?? 0);
      if (to <= from) continue;
      // Who states the higher level himself has nothing left to decide.
      const group = all.filter((v) => (levels.stated[v] as number) < to);
      if (group.length === 0) continue;
      const at = representative(group, bearers, carrier);
      found.push({
        objective,
        at,
        members: group,
        from,
        to,
        bearers: () => bearers.of(at),
        byCount,
        damage: category && category.rank > from ? category.by : undefined,
        decided: isDecided(levels, group, at),
      });
    }
  }
  return found.sort((a, b) => a.at - b.at || a.from - b.from);
}

/** The levels with every undecided proposal taken at once (`policy.protection.cumulation: apply`), until none is new. */
export function withCumulation(
  model: Model,
  objective: Objective,
  compute: (floor: Uint8Array) => NeedLevels,
): NeedLevels {
  const floor = new Uint8Array(model.nodes.length);
  let levels = compute(floor);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { at, to, decided } of cumulationProposals(model, objective, levels)) {
      if (decided || (floor[at] as number) >= to) continue;
      floor[at] = to;
      changed = true;
    }
    if (changed) levels = compute(floor);
  }
  return levels;
}
