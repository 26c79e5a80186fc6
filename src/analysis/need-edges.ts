import { type Objective, objectives } from '../inventory/index.ts';
import type { Model } from '../model/model.ts';
import { idsIn } from './carry.ts';
import { indexOf, type RequirementRows } from './requirement-rows.ts';

/** Who passes his protection needs on to whom, for one objective, in rows; labels say by which relation. */
export interface NeedEdges {
  readonly start: Int32Array;
  readonly target: Int32Array;
  /** Per edge: an index into `relations`. */
  readonly label: Uint16Array;
  readonly relations: readonly string[];
}

/** Calls back for every edge, always in the same order; the relation as a number. */
type EachEdge = (edge: (from: number, to: number, relation: number) => void) => void;

function edgesOf(
  model: Model,
  rows: RequirementRows,
  places: Int32Array,
  objective: Objective,
  numberOf: (relation: string) => number,
): EachEdge {
  const upwards = objective !== 'availability';
  const bit = 1 << objectives.indexOf(objective);
  const data = rows.relations.indexOf('data');
  const [manages, inPlace] = [numberOf('manages'), numberOf('in')];
  return (edge) => {
    for (let i = 0; i < rows.from.length; i++) {
      const relation = rows.relation[i] as number;
      const down = ((rows.passes[i] as number) & bit) !== 0;
      // Who reads it can disclose or spoil it: the need goes from the data to its user, not the other way.
      const up = upwards && relation === data;
      if (!down && !up) continue;
      const from = rows.from[i] as number;
      for (let k = rows.start[i] as number; k < (rows.start[i + 1] as number); k++) {
        const to = rows.of[k] as number;
        if (down) edge(from, to, relation);
        if (up) edge(to, from, relation);
      }
    }
    if (upwards) {
      for (const { manager, managed } of model.managements) {
        edge(indexOf(model, managed), indexOf(model, manager), manages);
      }
    }
    for (let v = 0; v < places.length; v++) if (places[v] !== -1) edge(v, places[v] as number, inPlace);
  };
}

/** By node: the node of the place it is in, or -1. */
export function placesByNode(model: Model): Int32Array {
  return Int32Array.from(model.nodes, (node) => {
    const [place] = idsIn((node.data as { in?: unknown }).in);
    return (place === undefined ? undefined : model.node(place))?.index ?? -1;
  });
}

/** The edges of one objective: the relations that pass it, data and managed elements upwards, and places. */
export function needEdges(model: Model, rows: RequirementRows, places: Int32Array, objective: Objective): NeedEdges {
  const relations = [...rows.relations];
  const numberOf = (relation: string): number => {
    const found = relations.indexOf(relation);
    return found === -1 ? relations.push(relation) - 1 : found;
  };
  const each = edgesOf(model, rows, places, objective, numberOf);
  const start = new Int32Array(model.nodes.length + 1);
  each((from) => {
    start[from + 1] = (start[from + 1] as number) + 1;
  });
  for (let i = 1; i < start.length; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
  const next = start.slice();
  const target = new Int32Array(start[model.nodes.length] as number);
  const label = new Uint16Array(target.length);
  each((from, to, relation) => {
    const at = next[from] as number;
    next[from] = at + 1;
    target[at] = to;
    label[at] = relation;
  });
  return { start, target, label, relations };
}

/** The edges into each node, in rows, as edge numbers. */
export interface Incoming {
  readonly start: Int32Array;
  readonly edge: Int32Array;
}

/** The inverse of the edges. */
export function incomingOf({ start, target }: NeedEdges): Incoming {
  const begin = new Int32Array(start.length);
  for (const w of target) begin[w + 1] = (begin[w + 1] as number) + 1;
  for (let i = 1; i < begin.length; i++) begin[i] = (begin[i] as number) + (begin[i - 1] as number);
  const next = begin.slice();
  const edge = new Int32Array(target.length);
  for (let i = 0; i < target.length; i++) {
    const w = target[i] as number;
    edge[next[w] as number] = i;
    next[w] = (next[w] as number) + 1;
  }
  return { start: begin, edge };
}

/** The node whose row holds an edge. */
export function ownerOf(start: Int32Array, edge: number): number {
  let low = 0;
  let high = start.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((start[middle] as number) <= edge) low = middle;
    else high = middle;
  }
  return low;
}
