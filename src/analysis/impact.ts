import type { Effect } from '../inventory/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, membersOf } from './and-or.ts';
import { type Carried, carryEffects, type Failure } from './carry.ts';
import type { RequirementGraph } from './graph.ts';
import { newHeap } from './heap.ts';

export type { Failure } from './carry.ts';

/** What has become of one node. */
export interface NodeImpact {
  readonly state: 'up' | 'degraded' | 'down' | 'suspect';
  /** Minutes until it is down: 0 at once, more after a grace; Infinity when it stays up. */
  readonly after: number;
  /** Its own effects and those carried to it. */
  readonly effects: readonly Effect[];
  /**
   * It lost what it cannot run without and needs its restart; false: it only waits, and resumes by itself, unless its
   * effects ask for more.
   */
  readonly stopped: boolean;
  /** The providers or the carrier that took it down; empty: it failed itself, or is up. */
  readonly because: readonly string[];
}

/** What happens when something fails; lists sorted by id. */
export interface Impact {
  /** By node number. */
  readonly nodes: readonly NodeImpact[];
  readonly down: readonly { readonly id: string; readonly after: number; readonly because: readonly string[] }[];
  /** Up with less: `redundancy` (providers lost, still enough) or `function` (something it needs later is gone). */
  readonly degraded: readonly {
    readonly id: string;
    readonly kind: 'redundancy' | 'function';
    readonly lost: readonly string[];
  }[];
  readonly perhapsStopped: readonly string[];
  readonly suspect: readonly { readonly id: string; readonly from: string }[];
  readonly upCount: number;
}

/** `disclosed` stops nothing; every other effect takes what acts or holds data down. */
const stops = (effect: Effect): boolean => effect !== 'disclosed';

/**
 * By node: the minute it is down, the least over its run and serve requirements (and later ones with a grace) of the
 * moment fewer than k remain, plus the grace. The greatest solution: what only holds itself up stays up. O(m log n).
 */
export function downTimes(
  model: Model,
  g: AndOr,
  { effects }: Pick<Carried, 'effects'>,
): { after: Float64Array; cause: Int32Array } {
  const after = new Float64Array(g.size).fill(Number.POSITIVE_INFINITY);
  const cause = new Int32Array(g.size).fill(-1);
  const done = new Uint8Array(g.size);
  const left = new Int32Array(g.need.length);
  const heap = newHeap();
  for (let i = 0; i < left.length; i++) left[i] = membersOf(g, i).length;
  const fall = (v: number, at: number, group: number): void => {
    if (at >= (after[v] as number)) return;
    after[v] = at;
    cause[v] = group;
    heap.push(v, at);
  };
  for (let v = 0; v < g.size; v++)
    if ([...(effects[v] as ReadonlyMap<Effect, number>).keys()].some(stops)) fall(v, 0, -1);
  for (let v = heap.pop(); v !== -1; v = heap.pop()) {
    if (done[v]) continue;
    done[v] = 1;
    for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
      const group = g.user[i] as number;
      left[group] = (left[group] as number) - 1;
      if ((left[group] as number) !== (g.need[group] as number) - 1) continue;
      const grace = model.requirements[g.tag[group] as number]?.grace ?? 0;
      fall(g.owner[group] as number, (after[v] as number) + grace, group);
    }
  }
  return { after, cause };
}

/** By node: whether a requirement that stops it is no longer met. */
function stoppedNodes(model: Model, after: Float64Array): Uint8Array {
  const stopped = new Uint8Array(model.nodes.length);
  for (const r of model.requirements) {
    if (r.lost !== 'stops' || r.when !== 'run') continue;
    const from = model.node(r.from) as Node;
    if (after[from.index] !== Number.POSITIVE_INFINITY && upAmong(model, after, r) < r.atLeast) stopped[from.index] = 1;
  }
  return stopped;
}

const isDown = (after: Float64Array, node: Node | undefined): boolean =>
  node !== undefined && after[node.index] !== Number.POSITIVE_INFINITY;

const upAmong = (model: Model, after: Float64Array, r: Requirement): number =>
  r.of.filter((id) => !isDown(after, model.node(id))).length;

/** Nodes that stay up and have lost something: the worse kind wins, all lost providers are named. */
function degradedNodes(model: Model, after: Float64Array): Impact['degraded'] {
  const found = new Map<string, { kind: 'redundancy' | 'function'; lost: Set<string> }>();
  for (const r of model.requirements) {
    if (r.when === 'start' || r.when === 'restore' || isDown(after, model.node(r.from))) continue;
    const lost = r.of.filter((id) => isDown(after, model.node(id)));
    if (lost.length === 0) continue;
    const kind = r.of.length - lost.length < r.atLeast ? 'function' : 'redundancy';
    const known = found.get(r.from) ?? { kind, lost: new Set<string>() };
    for (const id of lost) known.lost.add(id);
    found.set(r.from, { kind: known.kind === 'function' ? 'function' : kind, lost: known.lost });
  }
  return [...found]
    .map(([id, { kind, lost }]) => ({ id, kind, lost: [...lost].sort(byText) }))
    .sort((a, b) => byText(a.id, b.id));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function becauseOf(
  model: Model,
  g: AndOr,
  carried: Carried,
  after: Float64Array,
  node: Node,
  group: number,
): readonly string[] {
  const idOf = (index: number): string => (model.nodes[index] as Node).id;
  if (group !== -1) {
    return [...membersOf(g, group)]
      .filter((m) => after[m] !== Number.POSITIVE_INFINITY)
      .map(idOf)
      .sort(byText);
  }
  const carriers = [...(carried.effects[node.index] as ReadonlyMap<Effect, number>)]
    .filter(([effect, from]) => stops(effect) && from !== node.index)
    .map(([, from]) => idOf(from));
  const failedItself = [...(carried.effects[node.index] as ReadonlyMap<Effect, number>)].some(
    ([effect, from]) => stops(effect) && from === node.index,
  );
  return failedItself ? [] : [...new Set(carriers)].sort(byText);
}

/**
 * What goes down, at once or after a grace, what only loses redundancy or function, and what must be looked at before
 * it is trusted (analysis.md §1; effects: model.md).
 */
export function impactOf(model: Model, graph: RequirementGraph, failures: readonly Failure[]): Impact {
  const carried = carryEffects(model, failures);
  const g = graph.hold;
  const { after, cause } = downTimes(model, g, carried);
  const stopped = stoppedNodes(model, after);
  const degraded = degradedNodes(model, after);
  const degradedIds = new Set(degraded.map((d) => d.id));
  const nodes = model.nodes.map((node): NodeImpact => {
    const at = after[node.index] as number;
    const effects = [...(carried.effects[node.index] as ReadonlyMap<Effect, number>).keys()];
    const down = at !== Number.POSITIVE_INFINITY;
    const suspect = carried.suspectFrom[node.index] !== -1;
    return {
      state: down ? 'down' : suspect ? 'suspect' : degradedIds.has(node.id) ? 'degraded' : 'up',
      after: at,
      effects,
      stopped: stopped[node.index] === 1,
      because: down ? becauseOf(model, g, carried, after, node, cause[node.index] as number) : [],
    };
  });
  const hidden = (node: Node): boolean => node.kind === 'backup';
  const shown = model.nodes.filter((n) => !hidden(n));
  const at = (node: Node): NodeImpact => nodes[node.index] as NodeImpact;
  return {
    nodes,
    down: shown
      .filter((n) => at(n).state === 'down')
      .map((n) => ({ id: n.id, after: at(n).after, because: at(n).because })),
    degraded: degraded.filter((d) => model.elements.get(d.id)?.kind !== 'backup'),
    perhapsStopped: shown.filter((n) => carried.perhapsStopped.has(n.index) && at(n).state !== 'down').map((n) => n.id),
    suspect: shown
      .filter((n) => carried.suspectFrom[n.index] !== -1)
      .map((n) => ({ id: n.id, from: (model.nodes[carried.suspectFrom[n.index] as number] as Node).id })),
    upCount: shown.filter((n) => at(n).state !== 'down').length,
  };
}
