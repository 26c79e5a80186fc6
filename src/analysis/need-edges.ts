import type { Objective } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';

/** Who passes his protection needs on to whom, for one objective, in rows; labels say by which relation. */
export interface NeedEdges {
  readonly start: Int32Array;
  readonly target: Int32Array;
  /** Per edge: an index into `relations`. */
  readonly label: Uint16Array;
  readonly relations: readonly string[];
}

type Edge = readonly [from: number, to: number, relation: string];

function* edgesOf(model: Model, objective: Objective): Generator<Edge> {
  const index = (id: string): number => (model.node(id) as Node).index;
  for (const r of model.requirements) {
    if (!r.passes.includes(objective)) continue;
    for (const id of r.of) yield [index(r.from), index(id), r.relation];
  }
  const upwards = objective !== 'availability';
  if (upwards) {
    // Who reads or manages it can disclose or spoil it: the need goes from the data to its user, not the other way.
    for (const r of model.requirements) {
      if (r.relation !== 'data') continue;
      for (const id of r.of) yield [index(id), index(r.from), 'data'];
    }
    for (const { manager, managed } of model.managements) yield [index(managed), index(manager), 'manages'];
  }
  for (const node of model.nodes) {
    for (const place of idsIn((node.data as { in?: unknown }).in)) {
      if (model.node(place)) yield [node.index, index(place), 'in'];
    }
  }
}

/** The edges of one objective: the relations that pass it, data and managed elements upwards, and places. */
export function needEdges(model: Model, objective: Objective): NeedEdges {
  const edges = [...edgesOf(model, objective)];
  const start = new Int32Array(model.nodes.length + 1);
  for (const [from] of edges) start[from + 1] = (start[from + 1] as number) + 1;
  for (let i = 1; i < start.length; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
  const next = start.slice();
  const target = new Int32Array(edges.length);
  const label = new Uint16Array(edges.length);
  const relations: string[] = [];
  const numbers = new Map<string, number>();
  for (const [from, to, relation] of edges) {
    const at = next[from] as number;
    next[from] = at + 1;
    target[at] = to;
    if (!numbers.has(relation)) numbers.set(relation, relations.push(relation) - 1);
    label[at] = numbers.get(relation) as number;
  }
  return { start, target, label, relations };
}
