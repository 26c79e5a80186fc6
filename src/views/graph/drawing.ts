import type { Facts, Impact } from '../../analysis/index.ts';
import type { Level } from '../../inventory/index.ts';
import type { Node, Requirement } from '../../model/model.ts';

/** What an event makes of a node, in words that stand beside it. */
export type Mark = 'FAILED' | 'DOWN' | 'LESS' | 'MISSING SOMETHING' | 'CHECK' | 'PERHAPS STOPPED';

export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly availability: Level;
  readonly external: boolean;
  /** The frame it stands in. */
  readonly group: string | undefined;
  /** What has become of it in the event; undefined: nothing, or there is none. */
  readonly mark: Mark | undefined;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly when: string;
  /** How many of how many are needed; 1 of 1 is a plain need. */
  readonly atLeast: number;
  readonly of: number;
}

/** A frame around nodes: a farm, a host, a place. */
export interface DrawnGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | undefined;
  readonly mark: Mark | undefined;
}

/** A picture before anybody has laid it out: what is in it, and what leads where. */
export interface Drawing {
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
  /** How many elements of this picture stand alone in it, and are not drawn. */
  readonly leftOut: number;
  readonly edges: readonly DrawnEdge[];
  readonly groups: readonly DrawnGroup[];
}

/** What a picture shows. */
export const pictures = ['dependencies', 'hosts', 'network', 'power'] as const;
export type Picture = (typeof pictures)[number];

export interface DrawingOptions {
  readonly picture: Picture;
  /** Only what is at most `depth` steps from this node, in both directions. */
  readonly around?: Node | undefined;
  readonly depth: number;
  /** What has happened, and what follows; only what is hit is drawn, unless `all`. */
  readonly event?: { readonly name: string; readonly failed: ReadonlySet<string>; readonly impact: Impact } | undefined;
  readonly all: boolean;
}

/** The relations of each picture; the rest of the plan is left out. */
const placing = new Set(['runsOn', 'storedOn', 'partOf', 'members', 'connectedTo', 'poweredBy']);
const relationsOf: Readonly<Record<Picture, (r: Requirement, close: boolean, from: Node) => boolean>> = {
  // Where something runs, lies and gets its power from has pictures of its own; near one element it is drawn too.
  dependencies: (r, close, from) =>
    r.when !== 'restore' &&
    (close || !placing.has(r.relation) || (r.relation === 'runsOn' && from.kind === 'application')),
  hosts: (r) => ['storedOn', 'partOf', 'providers'].includes(r.relation),
  network: (r) => r.relation === 'connectedTo',
  power: (r) => r.relation === 'poweredBy',
};

const titles: Readonly<Record<Picture, string>> = {
  dependencies: 'What needs what',
  hosts: 'Hosts and virtual machines',
  network: 'Network',
  power: 'Power',
};

function markOf({ failed, impact }: NonNullable<DrawingOptions['event']>, node: Node): Mark | undefined {
  if (failed.has(node.id)) return 'FAILED';
  const state = impact.nodes[node.index]?.state;
  if (state === 'down') return 'DOWN';
  if (state === 'suspect') return 'CHECK';
  if (impact.perhapsStopped.includes(node.id)) return 'PERHAPS STOPPED';
  const lost = impact.degraded.find((d) => d.id === node.id);
  return lost && (lost.kind === 'function' ? 'MISSING SOMETHING' : 'LESS');
}

const single = (value: unknown): string | undefined => {
  const [one] = [value].flat() as unknown[];
  return typeof one === 'string' ? one : (one as { id?: string } | undefined)?.id;
};

/** Host, farm or place a node is drawn in; in pictures of hosts the host, else the room or site. */
function frameOf(facts: Facts, node: Node, picture: Picture): string | undefined {
  const { model } = facts;
  const data = node.data as { placedOn?: unknown; runsOn?: unknown; in?: string; partOf?: unknown };
  if (picture === 'hosts') {
    const farm = model.of('cluster').find((c) => c.data.members?.includes(node.id));
    return single(data.placedOn) ?? single(data.runsOn) ?? single(data.partOf) ?? farm?.id;
  }
  return picture === 'dependencies' ? undefined : data.in;
}

/** The nodes at most so many steps from one, against and along the edges. */
function near(edges: readonly DrawnEdge[], from: string, depth: number): ReadonlySet<string> {
  const neighbours = new Map<string, { along: string[]; against: string[] }>();
  const at = (id: string) => {
    const known = neighbours.get(id) ?? { along: [], against: [] };
    neighbours.set(id, known);
    return known;
  };
  for (const e of edges) {
    at(e.from).along.push(e.to);
    at(e.to).against.push(e.from);
  }
  const found = new Set([from]);
  for (const way of ['along', 'against'] as const) {
    let front = [from];
    const seen = new Set(front);
    for (let step = 0; step < depth; step++) {
      front = front.flatMap((id) => at(id)[way]).filter((id) => !seen.has(id));
      for (const id of front) {
        seen.add(id);
        found.add(id);
      }
    }
  }
  return found;
}

function edgesOf({ model }: Facts, picture: Picture, close: boolean): DrawnEdge[] {
  const found = new Map<string, DrawnEdge>();
  for (const r of model.requirements) {
    const from = model.node(r.from);
    if (!from || from.kind === 'backup' || !relationsOf[picture](r, close, from)) continue;
    // A farm needs one of its members to run and most of them to be whole: one arrow says both.
    if (r.relation === 'members' && r.when === 'later') continue;
    for (const to of r.of) {
      const key = `${r.from} ${to} ${r.relation} ${r.when}`;
      if (!found.has(key)) {
        found.set(key, { from: r.from, to, relation: r.relation, when: r.when, atLeast: r.atLeast, of: r.of.length });
      }
    }
  }
  if (picture === 'dependencies') return [...found.values()];
  // A cable named at both ends is one cable.
  const pairs = new Set<string>();
  return [...found.values()].filter(({ from, to, relation }) => {
    const key = [from, to].sort().join(' ');
    if (relation !== 'connectedTo' || !pairs.has(key)) {
      pairs.add(key);
      return true;
    }
    return false;
  });
}

const kindsOf: Readonly<Record<Picture, (node: Node) => boolean>> = {
  dependencies: (n) => n.kind !== 'location',
  hosts: (n) => ['virtualMachine', 'storage', 'hypervisor', 'cluster', 'service', 'server'].includes(n.kind),
  network: (n) => n.kind === 'networkDevice',
  power: (n) => n.kind === 'facility',
};

/** The picture of a plan. Nothing is laid out or coloured here. */
export function drawingOf(facts: Facts, options: DrawingOptions): Drawing {
  const { model, needs } = facts;
  const { picture, around, event } = options;
  const edges = edgesOf(facts, picture, around !== undefined || (event !== undefined && !options.all));
  const linked = new Set(edges.flatMap((e) => [e.from, e.to]));
  const mark = (node: Node): Mark | undefined => event && markOf(event, node);
  const close = around && near(edges, around.id, options.depth);
  const hit = event && !options.all && !around;
  const isShown = (node: Node): boolean => {
    if (node.kind === 'backup') return false;
    if (close) return close.has(node.id);
    if (hit) return mark(node) !== undefined && (linked.has(node.id) || kindsOf[picture](node));
    return picture === 'dependencies' || picture === 'hosts'
      ? kindsOf[picture](node) && (picture === 'dependencies' || node.kind !== 'server' || linked.has(node.id))
      : kindsOf[picture](node) || linked.has(node.id);
  };
  const shown = model.nodes.filter(isShown);
  const groups = new Map<string, DrawnGroup>();
  const frame = (id: string | undefined): string | undefined => {
    const node = id === undefined ? undefined : model.node(id);
    if (!node || groups.has(node.id)) return node?.id;
    groups.set(node.id, { id: node.id, name: node.name, kind: node.kind, parent: undefined, mark: mark(node) });
    const parent = frame(frameOf(facts, node, picture));
    groups.set(node.id, { ...(groups.get(node.id) as DrawnGroup), parent: parent === node.id ? undefined : parent });
    return node.id;
  };
  const framed = shown.map((node) => ({ node, group: frame(frameOf(facts, node, picture)) }));
  const nodes = framed
    // What is drawn as a frame is not drawn as a node too.
    .filter(({ node }) => !groups.has(node.id))
    .map(
      ({ node, group }): DrawnNode => ({
        id: node.id,
        name: node.name,
        kind: node.kind,
        availability: needs.effective(node.index, 'availability'),
        external: node.external,
        group,
        mark: mark(node),
      }),
    );
  const ofAll = new Set(nodes.map((n) => n.id));
  const kept = edges.filter((e) => ofAll.has(e.from) && ofAll.has(e.to));
  const ends = new Set(kept.flatMap((e) => [e.from, e.to]));
  // What no arrow of this picture touches says nothing here, unless it was asked for or hit.
  const told = nodes.filter(
    (n) => ends.has(n.id) || n.group !== undefined || n.mark !== undefined || around?.id === n.id,
  );
  const title = [titles[picture], around && `around ${around.id}`, event?.name].filter(Boolean).join(': ');
  return {
    title,
    nodes: told,
    leftOut: nodes.length - told.length,
    edges: kept,
    groups: [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
