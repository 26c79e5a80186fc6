import type { Element, Model, Node, Requirement } from '../model/model.ts';
import { membersOf } from './and-or.ts';
import { idsIn } from './carry.ts';
import { type FaultGraph, failableNodes, faultRun } from './fault-graph.ts';
import type { Inherited } from './inherited.ts';

/** What kind of thing several providers have in common. */
export type CauseKind =
  | 'host'
  | 'store'
  | 'place'
  | 'power'
  | 'uplink'
  | 'network'
  | 'cooling'
  | 'system'
  | 'supplier'
  | 'person';

/** One thing whose loss takes more providers than a redundancy can bear. */
export interface CommonCause {
  readonly id: string;
  readonly kind: CauseKind;
  /** The providers it takes, sorted by id. */
  readonly takes: readonly string[];
  /** Nothing keeps them from being on one host of this farm; it is not known that they are. */
  readonly possible: boolean;
}

/** A redundancy that is only apparent: the same providers, whoever counts on them. */
export interface ApparentRedundancy {
  /** Sorted by id. */
  readonly of: readonly string[];
  readonly atLeast: number;
  /** The requirements that count on it, by who needs it. */
  readonly requirements: readonly Requirement[];
  /** Nearest first: hosts, stores, places, power … people and suppliers last. */
  readonly causes: readonly CommonCause[];
  /** Technical causes that are not listed, since there are too many: those with the widest effect. */
  readonly omitted: number;
}

/** So many technical causes of one redundancy are listed, those that take the least with them first. */
const mostCauses = 32;

const order: readonly CauseKind[] = [
  'host',
  'store',
  'place',
  'power',
  'network',
  'uplink',
  'cooling',
  'system',
  'person',
  'supplier',
];

function kindOf(node: Node): CauseKind {
  const { type } = node.data as { type?: string };
  switch (node.kind) {
    case 'hypervisor':
    case 'server':
      return 'host';
    case 'storage':
      return 'store';
    case 'location':
      return 'place';
    case 'networkDevice':
      return type === 'wan-link' ? 'uplink' : 'network';
    case 'facility':
      return type === 'uplink' ? 'uplink' : type === 'cooling' ? 'cooling' : 'power';
    default:
      return 'system';
  }
}

interface Redundancy {
  readonly members: readonly number[];
  readonly atLeast: number;
  readonly groups: number[];
  readonly causes: Cause[];
}

interface Cause {
  readonly node: number;
  readonly takes: readonly number[];
  /** How much its outage takes down in all: the nearer, the less. */
  readonly reach: number;
}

/** Requirements with more providers than they need, the same providers together. */
function redundanciesOf(
  { hold }: FaultGraph,
  wanted: Uint8Array,
  isHidden: (v: number) => boolean,
  isAmong: (v: number) => boolean,
) {
  const found = new Map<string, Redundancy>();
  const ofGroup = new Map<number, Redundancy>();
  for (let group = 0; group < hold.need.length; group++) {
    const members = [...membersOf(hold, group)].sort((a, b) => a - b);
    const atLeast = hold.need[group] as number;
    const owner = hold.owner[group] as number;
    if (members.length <= atLeast || !wanted[owner] || isHidden(owner) || !members.every(isAmong)) continue;
    const key = `${atLeast}|${members.join()}`;
    const known = found.get(key) ?? { members, atLeast, groups: [], causes: [] };
    known.groups.push(group);
    found.set(key, known);
    ofGroup.set(group, known);
  }
  return { all: [...found.values()], ofGroup };
}

/** Causes of one kind of which the outage of the wider takes the nearer along are told by the nearer alone. */
function nearest(
  model: Model,
  causes: readonly Cause[],
  downOf: (node: number) => ReadonlySet<number>,
): readonly Cause[] {
  const kind = (v: number): CauseKind => kindOf(model.nodes[v] as Node);
  return causes.filter(
    (wide) =>
      !causes.some(
        (near) =>
          near.node !== wide.node &&
          kind(near.node) === kind(wide.node) &&
          downOf(wide.node).has(near.node) &&
          !downOf(near.node).has(wide.node),
      ),
  );
}

/** Virtual machines of one farm that nothing keeps apart, where so many on one host would be too many. */
function possibleCauses(model: Model, { members, atLeast }: Redundancy): CommonCause[] {
  const farms = new Map<string, string[]>();
  for (const v of members) {
    const node = model.nodes[v] as Node;
    const { runsOn, placedOn } = node.data as { runsOn?: unknown; placedOn?: unknown };
    const [farm] = idsIn(runsOn);
    if (node.kind !== 'virtualMachine' || placedOn !== undefined || farm === undefined) continue;
    if (model.node(farm)?.kind === 'cluster') farms.set(farm, [...(farms.get(farm) ?? []), node.id]);
  }
  const found: CommonCause[] = [];
  for (const [farm, ids] of farms) {
    const { placement } = (model.node(farm) as Node).data as { placement?: readonly { apart?: readonly string[] }[] };
    const apart = (a: string, b: string): boolean =>
      placement?.some((p) => p.apart?.includes(a) && p.apart.includes(b)) ?? false;
    // Greedy: enough to find some that may meet; apart lists are usually the whole redundancy.
    const together: string[] = [];
    for (const id of ids) if (together.every((other) => !apart(id, other))) together.push(id);
    if (together.length > members.length - atLeast) {
      found.push({ id: farm, kind: 'host', takes: together.sort(), possible: true });
    }
  }
  return found;
}

/** The people who look after an element; undefined where nobody is named, or anonymous ones are. */
export function caretakers(model: Model, inherited: Inherited, id: string): ReadonlySet<string> | undefined {
  const names = inherited.administrators(id);
  if (!names || names.length === 0) return undefined;
  const people = new Set<string>();
  for (const name of names) {
    const element = model.elements.get(name);
    if (element?.kind === 'person') people.add(name);
    else if (element?.kind === 'role') {
      const { holders } = (element as Element<'role'>).data;
      if (!holders || holders.length === 0) return undefined;
      for (const holder of holders) people.add(holder);
    }
  }
  return people.size > 0 ? people : undefined;
}

function suppliersBy(model: Model, inherited: Inherited): (id: string) => ReadonlySet<string> {
  const covering = new Map<string, string[]>();
  for (const contract of model.of('contract')) {
    for (const id of contract.data.covers ?? []) covering.set(id, [...(covering.get(id) ?? []), contract.id]);
  }
  return (id) => {
    const contracts = [...(covering.get(id) ?? []), ...(inherited.contracts(id) ?? [])];
    const suppliers = contracts.map((c) => (model.elements.get(c) as Element<'contract'> | undefined)?.data.supplier);
    return new Set(suppliers.filter((s) => s !== undefined));
  };
}

/** The one person, or the one supplier, behind more providers than can be spared. */
function soleCauses(
  redundancy: Redundancy,
  model: Model,
  behind: (id: string) => ReadonlySet<string> | undefined,
  kind: CauseKind,
): CommonCause[] {
  const alone = new Map<string, string[]>();
  for (const v of redundancy.members) {
    const { id } = model.nodes[v] as Node;
    const all = behind(id);
    const [only] = all ?? [];
    if (all?.size === 1 && only !== undefined) alone.set(only, [...(alone.get(only) ?? []), id]);
  }
  return [...alone]
    .filter(([, ids]) => ids.length > redundancy.members.length - redundancy.atLeast)
    .map(([id, takes]) => ({ id, kind, takes, possible: false }));
}

/**
 * Redundancy that is only apparent: for every requirement with more providers than it needs, the things whose loss takes
 * more of them than it can bear, M 6.138's grouping of virtual machines generalised (analysis.md §6). Sorted by
 * providers. One outage is run per thing that can take something down.
 * @param wanted by node: 1 for those whose requirements count
 * @param among only redundancies of which this holds for every provider; without one, nothing is run
 */
export function commonCauses(
  model: Model,
  faults: FaultGraph,
  inherited: Inherited,
  wanted: Uint8Array,
  among: (node: Node) => boolean = () => true,
): readonly ApparentRedundancy[] {
  const idOf = (v: number): string => (model.nodes[v] as Node).id;
  const isHidden = (v: number): boolean => model.nodes[v]?.kind === 'backup';
  const isAmong = (v: number): boolean => among(model.nodes[v] as Node);
  const { all, ofGroup } = redundanciesOf(faults, wanted, isHidden, isAmong);
  if (all.length === 0) return [];
  const run = faultRun(faults);
  for (const { index } of failableNodes(model)) {
    const reach = run.down([index]).length;
    const hit = new Set<Redundancy>();
    for (const group of run.broken()) {
      const redundancy = ofGroup.get(group);
      if (redundancy) hit.add(redundancy);
    }
    for (const redundancy of hit) {
      redundancy.causes.push({ node: index, takes: redundancy.members.filter(run.isDown), reach });
    }
  }
  const known = new Map<number, ReadonlySet<number>>();
  const downOf = (node: number): ReadonlySet<number> => {
    const found = known.get(node) ?? new Set(run.down([node]));
    known.set(node, found);
    return found;
  };
  const suppliers = suppliersBy(model, inherited);
  return all
    .map((redundancy): ApparentRedundancy => {
      const byReach = redundancy.causes.sort((a, b) => a.reach - b.reach || a.node - b.node).slice(0, mostCauses);
      const technical = nearest(model, byReach, downOf).map(
        ({ node, takes }): CommonCause => ({
          id: idOf(node),
          kind: kindOf(model.nodes[node] as Node),
          takes: takes.map(idOf),
          possible: false,
        }),
      );
      const causes = [
        ...technical,
        ...possibleCauses(model, redundancy),
        ...soleCauses(redundancy, model, (id) => caretakers(model, inherited, id), 'person'),
        ...soleCauses(redundancy, model, suppliers, 'supplier'),
      ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
      return {
        of: redundancy.members.map(idOf),
        atLeast: redundancy.atLeast,
        requirements: redundancy.groups.map((g) => model.requirements[faults.hold.tag[g] as number] as Requirement),
        causes,
        omitted: redundancy.causes.length - byReach.length,
      };
    })
    .filter((r) => r.causes.length > 0)
    .sort((a, b) => (a.of.join() < b.of.join() ? -1 : a.of.join() > b.of.join() ? 1 : a.atLeast - b.atLeast));
}
