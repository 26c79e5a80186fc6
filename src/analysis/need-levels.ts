import { type Level, levels, type Objective } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import type { NeedEdges } from './need-edges.ts';

/** A decision that raises or lowers a computed need; in force with principle, reason and approver. */
export interface NeedDecision {
  readonly principle: 'maximum' | 'cumulation' | 'distribution' | 'manual';
  readonly need: Level;
  readonly reason: string;
  /** The id of who approved it. */
  readonly by: string;
  /** `YYYY-MM-DD`, where it is written. */
  readonly date: string | undefined;
}

/** What a plan says of one element and objective, complete or not. */
export interface WrittenNeed {
  readonly need?: Level | undefined;
  readonly reason?: string | undefined;
  readonly decision?:
    | {
        readonly principle?: NeedDecision['principle'] | undefined;
        readonly need?: Level | undefined;
        readonly reason?: string | undefined;
        readonly approvedBy?: string | undefined;
        readonly date?: string | undefined;
      }
    | undefined;
}

/** The levels of one objective by node number, as ranks: 0 normal, 1 high, 2 very high. */
export interface NeedLevels {
  readonly edges: NeedEdges;
  /** The highest effective need of all that requires it. */
  readonly maximum: Uint8Array;
  readonly effective: Uint8Array;
  /** -1: nothing is written. */
  readonly stated: Int8Array;
  /** 1 where it or something that needs it has a stated need: below that, nobody has said anything. */
  readonly rated: Uint8Array;
  readonly decisions: readonly (NeedDecision | undefined)[];
}

export const rank = (level: Level): number => levels.indexOf(level);
export const levelAt = (n: number): Level => levels[n] as Level;

/** What is written in an element's `protection` for an objective. */
export function writtenNeed(node: Node, objective: Objective): WrittenNeed {
  return (node.data as { protection?: Partial<Record<Objective, WrittenNeed>> }).protection?.[objective] ?? {};
}

function decisionOf({ decision }: WrittenNeed): NeedDecision | undefined {
  const { principle, need, reason, approvedBy, date } = decision ?? {};
  return principle && need && reason && approvedBy ? { principle, need, reason, by: approvedBy, date } : undefined;
}

const parts = ['principle', 'need', 'reason', 'approvedBy'] as const;

/** What a written decision lacks to count; empty: it counts, or there is none. */
export const decisionLacks = ({ decision }: WrittenNeed): readonly string[] =>
  decision ? parts.filter((part) => decision[part] === undefined) : [];

/** What a decision makes of a computed need: cumulation raises, distribution and manual lower, maximum confirms. */
function decided(computed: number, decision: NeedDecision | undefined): number {
  if (!decision) return computed;
  const to = rank(decision.need);
  if (decision.principle === 'cumulation') return Math.max(computed, to);
  return decision.principle === 'maximum' ? computed : Math.min(computed, to);
}

/**
 * The least solution of effective = decided(max(stated, floor, highest effective of its users)). There are three levels,
 * so every node rises at most twice and circles need no care: all members of one get the same maximum. A decision that
 * lowers cuts the inheritance below it, since only effective needs are passed on. O(nodes + edges).
 * @param floor by node: a level that counts as if it were stated (cumulation that the policy applies at once)
 */
export function needLevels(model: Model, objective: Objective, edges: NeedEdges, floor?: Uint8Array): NeedLevels {
  const size = model.nodes.length;
  const maximum = new Uint8Array(size);
  const effective = new Uint8Array(size);
  const stated = new Int8Array(size).fill(-1);
  const decisions: (NeedDecision | undefined)[] = new Array(size).fill(undefined);
  const queue: number[] = [];
  const settle = (v: number): void => {
    const own = Math.max(stated[v] as number, floor?.[v] ?? 0);
    const value = decided(Math.max(own, maximum[v] as number), decisions[v]);
    if (value <= (effective[v] as number)) return;
    effective[v] = value;
    queue.push(v);
  };
  for (const node of model.nodes) {
    if ((node.data as { protection?: unknown }).protection === undefined) continue;
    const written = writtenNeed(node, objective);
    stated[node.index] = written.need === undefined ? -1 : rank(written.need);
    decisions[node.index] = decisionOf(written);
  }
  for (let v = 0; v < size; v++) settle(v);
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const w = edges.target[i] as number;
      if ((effective[v] as number) <= (maximum[w] as number)) continue;
      maximum[w] = effective[v] as number;
      settle(w);
    }
  }
  return { edges, maximum, effective, stated, rated: ratedBelow(edges, stated), decisions };
}

/** Everything that a stated need reaches, whatever its level. */
function ratedBelow({ start, target }: NeedEdges, stated: Int8Array): Uint8Array {
  const rated = Uint8Array.from(stated, (s) => (s === -1 ? 0 : 1));
  const queue: number[] = [];
  for (let v = 0; v < rated.length; v++) if (rated[v]) queue.push(v);
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = start[v] as number; i < (start[v + 1] as number); i++) {
      const w = target[i] as number;
      if (rated[w]) continue;
      rated[w] = 1;
      queue.push(w);
    }
  }
  return rated;
}
