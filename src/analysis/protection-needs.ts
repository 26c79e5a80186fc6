import { type Level, levels, type Objective, objectives } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import { type NeedEdges, needEdges } from './need-edges.ts';

/** A decision that raises or lowers a computed need; in force with principle, reason and approver. */
export interface NeedDecision {
  readonly principle: 'maximum' | 'cumulation' | 'distribution' | 'manual';
  readonly need: Level;
  readonly reason: string;
  readonly by: string;
}

/** One hop of an explanation: this element needs what comes before it, by this relation. */
export interface NeedReason {
  readonly from: string;
  readonly level: Level;
  readonly relation: string;
}

/** The figures of one element and objective, never mixed (analysis.md §5; BSI-Standard 200-2). */
export interface Need {
  /** What the author wrote; null: nothing. */
  readonly stated: Level | null;
  readonly reason: string | undefined;
  /** Maximum principle: the highest effective need of all that requires it. */
  readonly maximum: Level;
  /** The higher of the two, raised or lowered by a decision. */
  readonly effective: Level;
  readonly decision: NeedDecision | undefined;
  /** What decides the effective need. */
  readonly principle: 'stated' | 'maximum' | 'cumulation' | 'distribution' | 'manual' | 'none';
}

/** Protection needs of the whole plan. */
export interface Needs {
  readonly of: (node: number, objective: Objective) => Need;
  readonly effective: (node: number, objective: Objective) => Level;
  /** Everybody whose need is the maximum of this node, sorted. */
  readonly because: (node: number, objective: Objective) => readonly NeedReason[];
  /** The shortest chain from the node to whoever states the need that decides it; the node itself is not in it. */
  readonly path: (node: number, objective: Objective) => readonly NeedReason[];
}

interface Written {
  readonly need?: Level | undefined;
  readonly reason?: string | undefined;
  readonly decision?:
    | {
        readonly principle?: NeedDecision['principle'] | undefined;
        readonly need?: Level | undefined;
        readonly reason?: string | undefined;
        readonly approvedBy?: string | undefined;
      }
    | undefined;
}

const rank = (level: Level): number => levels.indexOf(level);
const levelAt = (n: number): Level => levels[n] as Level;

function writtenNeed(node: Node, objective: Objective): Written {
  return (node.data as { protection?: Partial<Record<Objective, Written>> }).protection?.[objective] ?? {};
}

function decisionOf({ decision }: Written): NeedDecision | undefined {
  const { principle, need, reason, approvedBy } = decision ?? {};
  return principle && need && reason && approvedBy ? { principle, need, reason, by: approvedBy } : undefined;
}

/** What a decision makes of a computed need: cumulation raises, distribution and manual lower, maximum confirms. */
function decided(computed: number, decision: NeedDecision | undefined): number {
  if (!decision) return computed;
  const to = rank(decision.need);
  if (decision.principle === 'cumulation') return Math.max(computed, to);
  return decision.principle === 'maximum' ? computed : Math.min(computed, to);
}

interface Computed {
  readonly edges: NeedEdges;
  readonly maximum: Uint8Array;
  readonly effective: Uint8Array;
  readonly stated: Int8Array;
  readonly decisions: readonly (NeedDecision | undefined)[];
}

/**
 * The least solution of effective = decided(max(stated, highest effective of its users)). There are three levels, so
 * every node rises at most twice and circles need no care: all members of one get the same maximum. A decision that
 * lowers cuts the inheritance below it, since only effective needs are passed on. O(nodes + edges).
 */
function compute(model: Model, objective: Objective): Computed {
  const edges = needEdges(model, objective);
  const size = model.nodes.length;
  const maximum = new Uint8Array(size);
  const effective = new Uint8Array(size);
  const stated = new Int8Array(size).fill(-1);
  const decisions: (NeedDecision | undefined)[] = [];
  const queue: number[] = [];
  const settle = (v: number): void => {
    const value = decided(Math.max(stated[v] as number, maximum[v] as number), decisions[v]);
    if (value <= (effective[v] as number)) return;
    effective[v] = value;
    queue.push(v);
  };
  for (const node of model.nodes) {
    const written = writtenNeed(node, objective);
    stated[node.index] = written.need === undefined ? -1 : rank(written.need);
    decisions.push(decisionOf(written));
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
  return { edges, maximum, effective, stated, decisions };
}

function principleOf(
  stated: number,
  maximum: number,
  effective: number,
  decision: NeedDecision | undefined,
): Need['principle'] {
  const computed = Math.max(stated, maximum);
  if (decision && effective !== computed && decision.principle !== 'maximum') return decision.principle;
  if (stated === -1 && maximum === 0) return 'none';
  return stated >= maximum ? 'stated' : 'maximum';
}

/** From every node to the one before it on a shortest way from who states at least this level; -1: there is none. */
function sources({ edges, effective, stated, decisions }: Computed, level: number): Int32Array {
  const cameBy = new Int32Array(effective.length).fill(-1);
  const seen = new Uint8Array(effective.length);
  const queue: number[] = [];
  for (let v = 0; v < effective.length; v++) {
    const raised = decisions[v]?.principle === 'cumulation';
    if ((effective[v] as number) < level || ((stated[v] as number) < level && !raised)) continue;
    seen[v] = 1;
    queue.push(v);
  }
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = edges.start[v] as number; i < (edges.start[v + 1] as number); i++) {
      const w = edges.target[i] as number;
      if (seen[w]) continue;
      seen[w] = 1;
      // The edge, from whose row the node before can be found again.
      cameBy[w] = i;
      if ((effective[w] as number) >= level) queue.push(w);
    }
  }
  return cameBy;
}

/** The edges into each node, in rows: the inverse of the edges. */
function incomingOf({ start, target }: NeedEdges): { readonly start: Int32Array; readonly edge: Int32Array } {
  const begin = new Int32Array(start.length);
  for (const w of target) begin[w + 1] = (begin[w + 1] as number) + 1;
  for (let i = 1; i < begin.length; i++) begin[i] = (begin[i] as number) + (begin[i - 1] as number);
  const next = begin.slice();
  const edge = new Int32Array(target.length);
  for (const [i, w] of target.entries()) {
    edge[next[w] as number] = i;
    next[w] = (next[w] as number) + 1;
  }
  return { start: begin, edge };
}

/** The node whose row holds an edge. */
function ownerOf(start: Int32Array, edge: number): number {
  let low = 0;
  let high = start.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((start[middle] as number) <= edge) low = middle;
    else high = middle;
  }
  return low;
}

/** All needs of a plan, with their explanations computed when asked for. */
export function protectionNeeds(model: Model): Needs {
  const computed = new Map<Objective, Computed>(objectives.map((o) => [o, compute(model, o)]));
  const ways = new Map<string, Int32Array>();
  const incoming = new Map<Objective, ReturnType<typeof incomingOf>>();
  const at = (objective: Objective): Computed => computed.get(objective) as Computed;
  const idOf = (v: number): string => (model.nodes[v] as Node).id;
  const reason = (objective: Objective, edge: number): NeedReason & { readonly owner: number } => {
    const { edges, effective } = at(objective);
    const owner = ownerOf(edges.start, edge);
    const relation = edges.relations[edges.label[edge] as number] as string;
    return { owner, from: idOf(owner), level: levelAt(effective[owner] as number), relation };
  };
  const strip = ({ from, level, relation }: NeedReason): NeedReason => ({ from, level, relation });
  return {
    of: (node, objective) => {
      const { maximum, effective, stated, decisions } = at(objective);
      const figures = [stated[node] as number, maximum[node] as number, effective[node] as number] as const;
      return {
        stated: figures[0] === -1 ? null : levelAt(figures[0]),
        reason: writtenNeed(model.nodes[node] as Node, objective).reason,
        maximum: levelAt(figures[1]),
        effective: levelAt(figures[2]),
        decision: decisions[node],
        principle: principleOf(...figures, decisions[node]),
      };
    },
    effective: (node, objective) => levelAt(at(objective).effective[node] as number),
    because: (node, objective) => {
      const { edges, maximum, effective } = at(objective);
      if (maximum[node] === 0) return [];
      const rows = incoming.get(objective) ?? incomingOf(edges);
      incoming.set(objective, rows);
      const found = new Map<string, NeedReason>();
      for (const edge of rows.edge.subarray(rows.start[node], rows.start[node + 1])) {
        const one = reason(objective, edge);
        if (effective[one.owner] === maximum[node] && one.owner !== node) found.set(one.from, strip(one));
      }
      return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    },
    path: (node, objective) => {
      const data = at(objective);
      const level = data.maximum[node] as number;
      if (level === 0 || (data.stated[node] as number) >= level) return [];
      const key = `${objective} ${level}`;
      const cameBy = ways.get(key) ?? sources(data, level);
      ways.set(key, cameBy);
      const path: NeedReason[] = [];
      for (let edge = cameBy[node] as number; edge !== -1; ) {
        const one = reason(objective, edge);
        path.push(strip(one));
        edge = cameBy[one.owner] as number;
      }
      return path;
    },
  };
}
