import type { Effect } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';

/** Something that has happened to an element. */
export interface Failure {
  readonly element: string;
  readonly effect: Effect;
}

/** What a node has got, by itself or from where it stands, lies or runs. */
export interface Carried {
  /** By node: its effects, and from which node each came (itself: its own number). */
  readonly effects: readonly ReadonlyMap<Effect, number>[];
  /** By node: the node that makes it suspect, or -1. */
  readonly suspectFrom: Int32Array;
  /** Virtual machines of a farm of which a member is gone, and nobody knows which ran there. */
  readonly perhapsStopped: ReadonlySet<number>;
}

type Result = Effect | 'suspect' | 'perhaps';
type Way = 'host' | 'member' | 'store' | 'machine' | 'place' | 'manager';

/** What an effect becomes on its way (model.md, "Effects and what they carry to"). */
const table: Readonly<Record<Way, Partial<Record<Effect, Result>>>> = {
  host: {
    outage: 'outage',
    'data-loss': 'outage',
    destroyed: 'outage',
    compromised: 'compromised',
    disclosed: 'disclosed',
  },
  member: {
    outage: 'perhaps',
    'data-loss': 'perhaps',
    destroyed: 'perhaps',
    compromised: 'suspect',
    disclosed: 'disclosed',
  },
  store: {
    outage: 'outage',
    'data-loss': 'data-loss',
    destroyed: 'data-loss',
    compromised: 'suspect',
    disclosed: 'disclosed',
  },
  machine: { outage: 'outage', destroyed: 'destroyed', compromised: 'suspect', disclosed: 'disclosed' },
  place: { outage: 'outage', destroyed: 'destroyed' },
  manager: { compromised: 'suspect' },
};

type Fields = Readonly<Record<string, unknown>>;
type Written = string | { readonly id?: string; readonly anyOf?: readonly string[]; readonly of?: readonly string[] };

/** The ids in a relation field, whatever way they are written. */
export function idsIn(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return ([value].flat() as Written[]).flatMap((e) =>
    typeof e === 'string' ? [e] : [...(e.id === undefined ? [] : [e.id]), ...(e.anyOf ?? []), ...(e.of ?? [])],
  );
}

interface Link {
  readonly to: number;
  readonly way: Way;
}

/** From each node to the nodes that share its fate, and how. */
function linksOf(model: Model): readonly Link[][] {
  const links: Link[][] = model.nodes.map(() => []);
  const add = (from: string, to: Node, way: Way): void => {
    const node = model.node(from);
    if (node && node !== to) (links[node.index] as Link[]).push({ to: to.index, way });
  };
  for (const node of model.nodes) {
    const data = node.data as Fields;
    const hosts = data['placedOn'] === undefined ? idsIn(data['runsOn']) : idsIn(data['placedOn']);
    for (const host of hosts) {
      const kind = model.node(host)?.kind;
      if (kind === 'cluster') {
        for (const member of idsIn((model.node(host) as Node).data['members' as never])) add(member, node, 'member');
      } else if (kind !== undefined) {
        add(host, node, 'host');
      }
      const place = (model.node(host)?.data as Fields | undefined)?.['in'];
      if (kind !== 'cluster') for (const location of idsIn(place)) add(location, node, 'place');
    }
    for (const store of idsIn(data['storedOn'])) add(store, node, 'store');
    for (const whole of idsIn(data['partOf'])) add(whole, node, 'machine');
    for (const location of idsIn(data['in'])) add(location, node, 'place');
  }
  for (const { manager, managed } of model.managements) add(manager, model.node(managed) as Node, 'manager');
  return links;
}

/** Follows every effect to what shares it. Each effect of a node is followed once, so circles end. */
export function carryEffects(model: Model, failures: readonly Failure[]): Carried {
  const links = linksOf(model);
  const effects = model.nodes.map(() => new Map<Effect, number>());
  const suspectFrom = new Int32Array(model.nodes.length).fill(-1);
  const perhapsStopped = new Set<number>();
  const queue: [node: number, effect: Effect][] = [];
  const give = (node: number, effect: Effect, from: number): void => {
    const known = effects[node] as Map<Effect, number>;
    if (known.has(effect)) return;
    known.set(effect, from);
    queue.push([node, effect]);
  };
  for (const { element, effect } of failures) {
    const node = model.node(element);
    if (node) give(node.index, effect, node.index);
  }
  for (let head = 0; head < queue.length; head++) {
    const [from, effect] = queue[head] as [number, Effect];
    for (const { to, way } of links[from] as Link[]) {
      const result = table[way][effect];
      if (result === undefined) continue;
      if (result === 'suspect') suspectFrom[to] = suspectFrom[to] === -1 ? from : (suspectFrom[to] as number);
      else if (result === 'perhaps') perhapsStopped.add(to);
      else give(to, result, from);
    }
  }
  return { effects, suspectFrom, perhapsStopped };
}
