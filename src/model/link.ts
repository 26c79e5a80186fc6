import type { Location } from '../diagnostics/location.ts';
import {
  type Collection,
  type Entry,
  type IncidentResponse,
  type Kind,
  nodeKinds,
  type Plan,
  type Policy,
  systemKinds,
  type Waiver,
} from '../inventory/index.ts';
import { backupRequirements } from './backups.ts';
import { otherEnds } from './cables.ts';
import { circlesOf } from './circles.ts';
import { compileRequirements } from './compile.ts';
import type {
  BadReference,
  BadRequirement,
  Circle,
  DuplicateId,
  Element,
  FoundSecret,
  LeftOut,
  Management,
  Model,
  Node,
  Requirement,
} from './model.ts';
import { badReferences } from './references.ts';

/** One element, object or entry as it was read: where it stands and what could be used of it. */
export interface Written {
  readonly collection: Collection;
  /** Empty for collections without ids. */
  readonly id: string;
  /** Undefined: broken beyond use. */
  readonly data: unknown;
  readonly at: Location;
  readonly dropped: readonly (readonly (string | number)[])[];
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nodeKindSet: ReadonlySet<string> = new Set([...nodeKinds, 'backup']);
const systemKindSet: ReadonlySet<string> = new Set(systemKinds);

/** The place of the value, whatever the reader pointed at. */
const placeOf = ({ file, document, path }: Location): Location => ({ file, document, path });

/** The element of each id, the first one written winning, and what was written again. */
function collect(written: readonly Written[]): {
  readonly elements: Map<string, Element>;
  readonly sources: Map<string, Written>;
  readonly broken: Set<string>;
  readonly duplicates: DuplicateId[];
  readonly leftOut: LeftOut[];
} {
  const places = new Map<string, Location[]>();
  const sources = new Map<string, Written>();
  const broken = new Set<string>();
  const leftOut: LeftOut[] = [];
  for (const one of written) {
    const kind = one.collection.kind;
    if (one.collection.shape !== 'map' || !kind) continue;
    const key = { ...one.at, onKey: true };
    const known = places.get(one.id);
    if (known) known.push(key);
    else places.set(one.id, [key]);
    if (one.data === undefined) {
      broken.add(one.id);
      leftOut.push({ id: one.id, file: one.at.file, reason: 'it could not be understood' });
    } else if (!sources.has(one.id)) {
      sources.set(one.id, one);
    }
  }
  for (const id of sources.keys()) broken.delete(id);
  const elements = new Map<string, Element>();
  for (const id of [...sources.keys()].sort(byCodeUnits)) {
    const { collection, data, dropped, at: written } = sources.get(id) as Written;
    const at = placeOf(written);
    const name = (data as { name?: string }).name ?? id;
    elements.set(id, { id, kind: collection.kind as Kind, name, at, data, dropped } as Element);
  }
  const duplicates = [...places]
    .filter(([, at]) => at.length > 1)
    .map(([id, at]): DuplicateId => ({ id, kept: at[0] as Location, others: at.slice(1) }))
    .sort((a, b) => byCodeUnits(a.id, b.id));
  return { elements, sources, broken, duplicates, leftOut };
}

interface RecoverableData {
  readonly external?: boolean | undefined;
  readonly recovery?: unknown;
  readonly type?: string | undefined;
  readonly in?: string | undefined;
  readonly partOf?: Entry | readonly Entry[] | undefined;
  readonly manages?: readonly string[] | undefined;
}
const recoverable = (element: Element): RecoverableData => element.data as RecoverableData;

function natureOf(element: Element): Node['nature'] {
  const { type, recovery } = recoverable(element);
  // A virtual network is a setting of its devices: nobody starts it, unless the plan says how.
  if (element.kind === 'networkDevice' && type === 'vlan' && recovery === undefined) return 'derived';
  if (systemKindSet.has(element.kind)) return 'system';
  if (element.kind === 'data') return 'data';
  return element.kind === 'application' && recovery !== undefined ? 'system' : 'derived';
}

/** The grid and the provider's line are not ours to start, unless the plan says otherwise. */
function isExternal(element: Element): boolean {
  const { external, type } = recoverable(element);
  return external ?? (element.kind === 'facility' && (type === 'power-feed' || type === 'uplink'));
}

function managementsOf(nodes: readonly Node[], isNode: (id: string) => boolean): Management[] {
  return nodes.flatMap((node) =>
    (recoverable(node).manages ?? []).flatMap((managed, i) =>
      isNode(managed) ? [{ manager: node.id, managed, at: { ...node.at, path: [...node.at.path, 'manages', i] } }] : [],
    ),
  );
}

function firstId(entry: Entry | readonly Entry[] | undefined): string | undefined {
  const one = Array.isArray(entry) ? (entry[0] as Entry | undefined) : (entry as Entry | undefined);
  return typeof one === 'string' ? one : one?.id;
}

function single<T>(written: readonly Written[], name: string): { data: T; at: Location } | undefined {
  const found = written.find((w) => w.collection.name === name && w.data !== undefined);
  return found ? { data: found.data as T, at: placeOf(found.at) } : undefined;
}

/** Elements by kind, so that asking for a kind does not walk the plan. */
function byKind(elements: Iterable<Element>): (kind: Kind) => readonly Element[] {
  const groups = new Map<Kind, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.kind);
    if (group) group.push(element);
    else groups.set(element.kind, [element]);
  }
  return (kind) => groups.get(kind) ?? [];
}

/** The relations in which an element says what it needs. */
const relations = new Set([
  'uses',
  'data',
  'runsOn',
  'providers',
  'members',
  'storedOn',
  'partOf',
  'connectedTo',
  'poweredBy',
  'dependsOn',
]);

/** What elements need and nobody knows: an order that leaves it out must say so. */
function needsUnknown(
  references: readonly BadReference[],
  isNode: (id: string) => boolean,
  removed: ReadonlySet<string>,
): LeftOut[] {
  return references.flatMap(({ from, to, at, found, broken }) => {
    const relation = String(at.path[2] ?? '');
    if (broken || removed.has(to) || !isNode(from) || !relations.has(relation)) return [];
    const what = found === undefined ? 'which is not in the plan' : `which is a ${found}`;
    return [{ id: from, file: at.file, reason: `it needs "${to}" (${relation}), ${what}` }];
  });
}

function allBadReferences(
  written: readonly Written[],
  elements: ReadonlyMap<string, Element>,
  broken: ReadonlySet<string>,
): BadReference[] {
  const kindOf = (id: string): Kind | undefined => elements.get(id)?.kind;
  return written.flatMap((w) =>
    w.data === undefined
      ? []
      : badReferences(
          w.id || w.collection.name,
          w.collection,
          w.data,
          placeOf(w.at),
          kindOf,
          (id) => broken.has(id),
          w.dropped,
        ),
  );
}

/** What was read beside the elements and is judged with them. */
export interface Beside {
  readonly secrets: readonly FoundSecret[];
  /** The backups that lines of evidence speak of. */
  readonly runs: readonly { readonly to: string; readonly at: Location }[];
}

/** Lines of evidence about a backup that the plan does not have, or that is something else. */
const unknownRuns = (runs: Beside['runs'], elements: ReadonlyMap<string, Element>): BadReference[] =>
  runs.flatMap(({ to, at }) => {
    const found = elements.get(to)?.kind;
    return found === 'backup' ? [] : [{ from: to, to, at, expected: ['backup'], ...(found ? { found } : {}) }];
  });

/**
 * Elements, requirements and what could not be linked. Never fails: what is wrong is kept in `problems` for the rules,
 * and everything else can be used.
 */
export function link(
  written: readonly Written[],
  leftOut: readonly LeftOut[] = [],
  removed: ReadonlySet<string> = new Set(),
  beside: Beside = { secrets: [], runs: [] },
): Model {
  const { elements, sources, broken, duplicates, leftOut: unusable } = collect(written);
  const nodes: Node[] = [];
  for (const element of elements.values()) {
    if (!nodeKindSet.has(element.kind)) continue;
    const external = isExternal(element);
    nodes.push({ ...element, index: nodes.length, nature: natureOf(element), external } as Node);
  }
  const nodeById = new Map(nodes.map((n) => [n.id, n]));
  const isNode = (id: string): boolean => nodeById.has(id);
  const impossible: BadRequirement[] = [];
  const scope = {
    nodeId: (id: string) => nodeById.get(id)?.id,
    kindOf: (id: string) => elements.get(id)?.kind,
    report: (problem: BadRequirement) => void impossible.push(problem),
  };
  const of = byKind(elements.values()) as Model['of'];
  const stated = nodes.flatMap((node) => [...compileRequirements(node, scope)]);
  const requirements: Requirement[] = [
    ...stated,
    ...otherEnds(elements, stated),
    ...backupRequirements(of('backup'), elements, isNode),
  ].sort((a, b) => byCodeUnits(a.from, b.from));
  const plan = single<Plan>(written, 'plan');
  const policy = single<Policy>(written, 'policy');
  const incident = single<IncidentResponse>(written, 'incidentResponse');
  const places = [...elements.values()];
  const circles: Circle[] = [
    ...circlesOf('in', of('location'), (e) => recoverable(e).in),
    ...circlesOf('partOf', places, (e) => firstId(recoverable(e).partOf)),
  ];
  const references = allBadReferences(
    [...sources.values(), ...written.filter((w) => w.collection.shape !== 'map')],
    elements,
    broken,
  );
  return {
    plan: plan?.data,
    planAt: plan?.at,
    policy: policy?.data ?? ({} as Policy),
    policyAt: policy?.at,
    nodes,
    elements,
    of,
    node: (id) => nodeById.get(id),
    requirements,
    managements: managementsOf(nodes, isNode),
    waivers: written
      .filter((w) => w.collection.name === 'waivers' && w.data !== undefined)
      .map((w) => ({ data: w.data as Waiver, at: placeOf(w.at) })),
    incidentResponse: incident?.data,
    incidentResponseAt: incident?.at,
    problems: {
      references: [...references, ...unknownRuns(beside.runs, elements)],
      requirements: impossible,
      duplicates,
      circles,
      leftOut: [...leftOut, ...unusable, ...needsUnknown(references, isNode, removed)],
      secrets: beside.secrets,
    },
  };
}
