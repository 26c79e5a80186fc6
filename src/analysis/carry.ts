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
  /** What runs on one of several hosts of which one is gone, and nobody knows what ran there. */
  readonly perhapsStopped: ReadonlySet<number>;
}

type Result = Effect | 'suspect' | 'perhaps';
type Way = 'host' | 'member' | 'store' | 'copy' | 'machine' | 'place' | 'manager';

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
  // One of several stores that would do: the requirement says whether an outage matters; data is lost with the last copy.
  copy: { 'data-loss': 'data-loss', destroyed: 'data-loss', compromised: 'suspect', disclosed: 'disclosed' },
  machine: { outage: 'outage', destroyed: 'destroyed', compromised: 'suspect', disclosed: 'disclosed' },
  place: { outage: 'outage', destroyed: 'destroyed' },
  manager: { compromised: 'suspect' },
};

type Fields = Readonly<Record<string, unknown>>;
interface Entry {
  readonly id?: string;
  readonly anyOf?: readonly string[];
  readonly atLeast?: number;
  readonly of?: readonly string[];
}

const noIds: readonly string[] = [];
const noEntries: readonly { readonly ids: readonly string[]; readonly needed: number }[] = [];

/** The entries of a relation field, whatever way they are written: so many of these ids. */
export function entriesIn(value: unknown): readonly { readonly ids: readonly string[]; readonly needed: number }[] {
  if (value === undefined) return noEntries;
  return ([value].flat() as (string | Entry)[]).map((e) => {
    if (typeof e === 'string') return { ids: [e], needed: 1 };
    if (e.anyOf) return { ids: e.anyOf, needed: 1 };
    if (e.of) return { ids: e.of, needed: e.atLeast ?? e.of.length };
    return { ids: e.id === undefined ? [] : [e.id], needed: 1 };
  });
}

/** The ids in a relation field. */
export function idsIn(value: unknown): readonly string[] {
  if (value === undefined) return noIds;
  return typeof value === 'string' ? [value] : entriesIn(value).flatMap((e) => e.ids);
}

/** Stores of which a few hold all the data: how many may be lost before it is gone. */
interface Copies {
  readonly spare: number;
}

interface Link {
  readonly to: number;
  readonly way: Way;
  readonly copies?: Copies;
}

/** By node: what shares its fate, and how. */
export type FateLinks = readonly (readonly Link[])[];

const none: readonly Link[] = [];

/** From each node to the nodes that share its fate, and how. */
export function fateLinks(model: Model): FateLinks {
  const links: Link[][] = new Array(model.nodes.length).fill(none);
  const add = (from: string, to: Node, way: Way, copies?: Copies): void => {
    const node = model.node(from);
    if (!node || node === to) return;
    if (links[node.index] === none) links[node.index] = [];
    (links[node.index] as Link[]).push(copies ? { to: to.index, way, copies } : { to: to.index, way });
  };
  for (const node of model.nodes) {
    const data = node.data as Fields;
    for (const { ids, needed } of entriesIn(data['placedOn'] ?? data['runsOn'])) {
      for (const id of ids) {
        const host = model.node(id);
        if (!host) continue;
        if (host.kind === 'cluster') {
          for (const member of idsIn((host.data as Fields)['members'])) add(member, node, 'member');
          continue;
        }
        // On one of several hosts, nobody knows on which: as on a farm.
        add(id, node, needed < ids.length ? 'member' : 'host');
        if (needed === ids.length) for (const place of idsIn((host.data as Fields)['in'])) add(place, node, 'place');
      }
    }
    for (const { ids, needed } of entriesIn(data['storedOn'])) {
      const copies = needed < ids.length ? { spare: ids.length - needed } : undefined;
      for (const id of ids) add(id, node, copies ? 'copy' : 'store', copies);
    }
    for (const whole of idsIn(data['partOf'])) add(whole, node, 'machine');
    for (const location of idsIn(data['in'])) add(location, node, 'place');
  }
  for (const { manager, managed } of model.managements) add(manager, model.node(managed) as Node, 'manager');
  return links;
}

/** By node: what an outage of it takes along, being placed on, stored on, part of or standing in it. */
export function outageLinks(all: FateLinks): readonly (readonly number[])[] {
  const nothing: readonly number[] = [];
  return all.map((links) =>
    links.length === 0 ? nothing : links.filter((l) => table[l.way].outage === 'outage').map((l) => l.to),
  );
}

/** Follows every effect to what shares it. Each effect of a node is followed once, so circles end. */
export function carryEffects(model: Model, links: FateLinks, failures: readonly Failure[]): Carried {
  const untouched = new Map<Effect, number>();
  const effects: Map<Effect, number>[] = new Array(model.nodes.length).fill(untouched);
  const lostCopies = new Map<Copies, number>();
  const suspectFrom = new Int32Array(model.nodes.length).fill(-1);
  const perhapsStopped = new Set<number>();
  const queue: [node: number, effect: Effect][] = [];
  const gone = new Set<Link>();
  const give = (node: number, effect: Effect, from: number): void => {
    let known = effects[node] as Map<Effect, number>;
    if (known === untouched) {
      known = new Map();
      effects[node] = known;
    }
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
    for (const link of links[from] as readonly Link[]) {
      const result = table[link.way][effect];
      if (result === undefined) continue;
      const { to, copies } = link;
      if (result === 'suspect') suspectFrom[to] = suspectFrom[to] === -1 ? from : (suspectFrom[to] as number);
      else if (result === 'perhaps') perhapsStopped.add(to);
      else if (result === 'data-loss' && copies) {
        if (gone.has(link)) continue;
        gone.add(link);
        const lost = (lostCopies.get(copies) ?? 0) + 1;
        lostCopies.set(copies, lost);
        if (lost > copies.spare) give(to, result, from);
      } else give(to, result, from);
    }
  }
  return { effects, suspectFrom, perhapsStopped };
}
