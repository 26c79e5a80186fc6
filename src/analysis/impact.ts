import type { Effect } from '../inventory/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, membersOf } from './and-or.ts';
import { type Carried, carryEffects, type Failure } from './carry.ts';
import type { RequirementGraph } from './graph.ts';
import { newHeap } from './heap.ts';
import type { RequirementRows } from './requirement-rows.ts';

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

const noEffects: readonly Effect[] = [];
const nobody: readonly string[] = [];

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
  for (let i = 0; i < left.length; i++) left[i] = (g.memberStart[i + 1] as number) - (g.memberStart[i] as number);
  const fall = (v: number, at: number, group: number): void => {
    if (at >= (after[v] as number)) return;
    after[v] = at;
    cause[v] = group;
    heap.push(v, at);
  };
  effects.forEach((own, v) => {
    for (const effect of own.keys()) if (stops(effect)) fall(v, 0, -1);
  });
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

/** What requirements say once it is known what is down: who must be restarted, who goes on with less. */
function lossesOf(
  model: Model,
  { from, start, of }: RequirementRows,
  after: Float64Array,
): { readonly stopping: readonly number[]; readonly degraded: Impact['degraded'] } {
  const isDown = (v: number): boolean => after[v] !== Number.POSITIVE_INFINITY;
  const stopping: number[] = [];
  const found = new Map<number, { kind: 'redundancy' | 'function'; lost: Set<number> }>();
  for (let i = 0; i < from.length; i++) {
    const owner = from[i] as number;
    let lost = 0;
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) if (isDown(of[k] as number)) lost++;
    if (lost === 0) continue;
    const { atLeast, when, lost: whenLost, of: all } = model.requirements[i] as Requirement;
    const tooFew = all.length - lost < atLeast;
    if (isDown(owner)) {
      if (tooFew && whenLost === 'stops' && when === 'run') stopping.push(i);
      continue;
    }
    if (when === 'start' || when === 'restore') continue;
    // The worse kind wins, all lost providers are named.
    const known = found.get(owner) ?? { kind: 'redundancy' as const, lost: new Set<number>() };
    if (tooFew) known.kind = 'function';
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      if (isDown(of[k] as number)) known.lost.add(of[k] as number);
    }
    found.set(owner, known);
  }
  const idOf = (v: number): string => (model.nodes[v] as Node).id;
  const degraded = [...found]
    .sort(([a], [b]) => a - b)
    .map(([v, { kind, lost }]) => ({ id: idOf(v), kind, lost: [...lost].map(idOf).sort(byText) }));
  return { stopping, degraded };
}

/**
 * Who has stopped and must be restarted: what has an effect of its own, and what ran on, was fed by or built into
 * something that has stopped. A host that merely waits for its network stops nothing; a store that cannot be reached
 * does. `stopping`: the requirements that stop their owner, of which too few providers are up.
 */
function stoppedBy(
  model: Model,
  { from, start, of }: RequirementRows,
  stopping: readonly number[],
  { effects }: Carried,
): Uint8Array {
  const off = new Uint8Array(model.nodes.length);
  const stopped = new Uint8Array(model.nodes.length);
  const queue: number[] = [];
  const fall = (v: number): void => {
    if (off[v]) return;
    off[v] = 1;
    queue.push(v);
  };
  const left = new Map<number, number>();
  const users = new Map<number, number[]>();
  const stop = (i: number): void => {
    const owner = from[i] as number;
    stopped[owner] = 1;
    fall(owner);
  };
  for (const i of stopping) {
    const { relation, of: all } = model.requirements[i] as Requirement;
    if (relation === 'storedOn') {
      stop(i);
      continue;
    }
    left.set(i, all.length);
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      const provider = of[k] as number;
      const known = users.get(provider);
      if (known) known.push(i);
      else users.set(provider, [i]);
    }
  }
  effects.forEach((own, v) => {
    for (const effect of own.keys()) if (stops(effect)) fall(v);
  });
  for (const v of queue) {
    for (const i of users.get(v) ?? []) {
      const rest = (left.get(i) as number) - 1;
      left.set(i, rest);
      if (rest === (model.requirements[i] as Requirement).atLeast - 1) stop(i);
    }
  }
  return stopped;
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
export function impactOf(
  model: Model,
  graph: RequirementGraph,
  failures: readonly Failure[],
  g: AndOr = graph.hold,
): Impact {
  const carried = carryEffects(model, graph.links, failures);
  const { after, cause } = downTimes(model, g, carried);
  const { stopping, degraded } = lossesOf(model, graph.rows, after);
  const stopped = stoppedBy(model, graph.rows, stopping, carried);
  const degradedIds = new Set(degraded.map((d) => d.id));
  const nodes = model.nodes.map((node): NodeImpact => {
    const at = after[node.index] as number;
    const own = carried.effects[node.index] as ReadonlyMap<Effect, number>;
    const effects = own.size === 0 ? noEffects : [...own.keys()];
    const down = at !== Number.POSITIVE_INFINITY;
    const suspect = carried.suspectFrom[node.index] !== -1;
    return {
      state: down ? 'down' : suspect ? 'suspect' : degradedIds.has(node.id) ? 'degraded' : 'up',
      after: at,
      effects,
      stopped: stopped[node.index] === 1,
      because: down ? becauseOf(model, g, carried, after, node, cause[node.index] as number) : nobody,
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
