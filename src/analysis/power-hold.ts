import type { Model, Node, Requirement } from '../model/model.ts';

/** How long power holds when the mains are gone and no generator starts. */
export interface PowerHold {
  /** By node: minutes until it has no power; Infinity where the plan does not say where it comes from or how long it holds. */
  readonly until: Float64Array;
  /** By node: the UPS it draws from, directly or through what stands between, by node number, sorted. */
  readonly upses: readonly (readonly number[])[];
}

interface Facility {
  readonly type?: string;
  readonly runtime?: number;
}

export const isUps = (node: Node): boolean => node.kind === 'facility' && (node.data as Facility).type === 'ups';

/** Minutes a UPS carries its load; undefined: the plan does not say. */
export const runtimeOf = (node: Node): number | undefined => (node.data as Facility).runtime;

const unseen = -1;

/**
 * Follows `poweredBy` upwards to the nearest UPS. Mains and generators are counted as gone, so that what is in time here
 * is in time whatever happens. A UPS of unknown runtime holds nothing beside others, and alone nobody knows how long.
 */
export function powerHold(model: Model): PowerHold {
  const size = model.nodes.length;
  const sources: Requirement[][] = Array.from({ length: size }, () => []);
  for (const r of model.requirements) {
    const node = r.relation === 'poweredBy' ? model.node(r.from) : undefined;
    if (node) (sources[node.index] as Requirement[]).push(r);
  }
  const until = new Float64Array(size).fill(unseen);
  const upses: (readonly number[])[] = new Array(size).fill([]);
  const settle = (node: Node, own: readonly Requirement[]): void => {
    const found = new Set<number>();
    let least = Number.POSITIVE_INFINITY;
    for (const { of, atLeast } of own) {
      const members = of.map((id) => (model.node(id) as Node).index);
      // Beside a known source, one of which nobody knows how long it holds counts for nothing.
      const holds = members.map((m) => (until[m] === Number.POSITIVE_INFINITY ? 0 : (until[m] as number)));
      holds.sort((a, b) => b - a);
      least = Math.min(least, holds[atLeast - 1] ?? 0);
      for (const member of members) for (const ups of upses[member] ?? []) found.add(ups);
    }
    const all = [...found].sort((a, b) => a - b);
    const open = own.some((r) => r.of.some((id) => until[(model.node(id) as Node).index] === Number.POSITIVE_INFINITY));
    const known = all.some((ups) => runtimeOf(model.nodes[ups] as Node) !== undefined);
    const unknown = !known && (all.length > 0 || open);
    upses[node.index] = all;
    until[node.index] = unknown ? Number.POSITIVE_INFINITY : least;
  };
  // Depth first, without recursion: a chain may be as long as the plan.
  const stack: { readonly node: Node; readonly entered: boolean }[] = [];
  for (const root of model.nodes) {
    stack.push({ node: root, entered: false });
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { node, entered } = top;
      const own = sources[node.index] as readonly Requirement[];
      if (entered) settle(node, own);
      if (entered || until[node.index] !== unseen) continue;
      if (isUps(node)) {
        upses[node.index] = [node.index];
        until[node.index] = runtimeOf(node) ?? 0;
      } else if (own.length === 0) {
        until[node.index] = node.kind === 'facility' ? 0 : Number.POSITIVE_INFINITY;
      } else {
        // Power that goes round in a circle comes from nowhere.
        until[node.index] = 0;
        stack.push({ node, entered: true });
        for (const id of own.flatMap((r) => r.of)) stack.push({ node: model.node(id) as Node, entered: false });
      }
    }
  }
  return { until, upses };
}

/** What draws power from a facility, directly or through what stands between, whatever else it could draw from. */
export function fedBy(model: Model, facility: Node): Uint8Array {
  const users = new Map<string, string[]>();
  for (const { relation, from, of } of model.requirements) {
    if (relation !== 'poweredBy') continue;
    for (const id of of) {
      const known = users.get(id);
      if (known) known.push(from);
      else users.set(id, [from]);
    }
  }
  const fed = new Uint8Array(model.nodes.length);
  const queue = [facility.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const { index } = model.node(id) as Node;
    if (fed[index]) continue;
    fed[index] = 1;
    for (const user of users.get(id) ?? []) queue.push(user);
  }
  return fed;
}
