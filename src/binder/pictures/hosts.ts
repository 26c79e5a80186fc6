import { idsIn } from '../../analysis/index.ts';
import type { Element, Node } from '../../model/model.ts';
import { bytes, commas } from '../format.ts';
import type { Cell, FarmFrame, HostBox, HostSeries, PictureInput } from './picture.ts';
import { siteOf } from './places.ts';
import { type PictureTexts, pictureTexts } from './texts.ts';

interface HostFields {
  readonly cpu?: number;
  readonly memory?: number;
  readonly capacity?: number;
  readonly placedOn?: string;
  readonly runsOn?: unknown;
  readonly storedOn?: unknown;
  readonly in?: unknown;
  readonly recovery?: { readonly restore?: { readonly to?: { readonly runsOn?: readonly string[] } } };
}

const fieldsOf = (node: Element): HostFields => node.data as HostFields;
const labelOf = ({ id, name }: Element) => ({ id, name });
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The hosts or farms a machine may run on. */
const mayRunOn = (machine: Node): readonly string[] => idsIn(fieldsOf(machine).runsOn);

interface Placing {
  readonly facts: PictureInput['facts'];
  readonly texts: PictureTexts;
}

const isHeavy = ({ facts }: Placing, node: Node): boolean =>
  facts.needs.effective(node.index, 'availability') === 'very-high';

function machineCell(placing: Placing, machine: Node, host: string): Cell {
  const { texts } = placing;
  const { storedOn, recovery } = fieldsOf(machine);
  const others = mayRunOn(machine).filter((id) => id !== host);
  const isOnFarm = others.length === 1 && placing.facts.model.node(others[0] as string)?.kind === 'cluster';
  const elsewhere = recovery?.restore?.to?.runsOn ?? [];
  return {
    label: labelOf(machine),
    notes: [
      idsIn(storedOn).length === 0 ? '' : texts.storedOn(commas(idsIn(storedOn))),
      // On a farm the farm says it once for all.
      others.length === 0 || isOnFarm ? '' : texts.mayRunOn(commas(others)),
      elsewhere.length === 0 ? '' : texts.restoredTo(commas(elsewhere)),
    ].filter(Boolean),
    heavy: isHeavy(placing, machine),
  };
}

function hostBox(placing: Placing, host: Node, machines: readonly Node[]): HostBox {
  const { facts, texts } = placing;
  const { cpu, memory } = fieldsOf(host);
  const places = idsIn(fieldsOf(host).in).map((id) => facts.model.node(id)?.name ?? id);
  const size = [cpu === undefined ? '' : texts.cores(cpu), memory === undefined ? '' : bytes(memory)];
  return {
    label: labelOf(host),
    notes: [commas(size), ...places].filter(Boolean),
    heavy: isHeavy(placing, host),
    cells: machines.map((machine) => machineCell(placing, machine, host.id)),
  };
}

function farmNotes({ texts }: Placing, farm: Element<'cluster'>): readonly string[] {
  const { members = [], toleratesHostFailures: tolerates, restarts, placement = [] } = farm.data;
  return [
    texts.mayRunOnMembers(commas([members].flat())),
    tolerates === undefined ? '' : texts.tolerates(tolerates),
    restarts === undefined ? '' : restarts === 'automatic' ? texts.restartsAutomatically : texts.restartsByHand,
    ...placement.map(({ apart, together }) =>
      apart ? texts.apart(commas(apart)) : together ? texts.together(commas(together)) : '',
    ),
  ].filter(Boolean);
}

/** Where each machine is drawn: at its usual host, else at the first it may run on. */
function byHost({ facts }: Placing): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const node of facts.model.nodes) {
    if (node.kind !== 'virtualMachine') continue;
    const host = fieldsOf(node).placedOn ?? mayRunOn(node)[0] ?? '';
    const key = host !== '' && facts.model.node(host) ? host : '';
    found.set(key, [...(found.get(key) ?? []), node]);
  }
  return found;
}

/** Hosts and the machines on them by farm and site, with the storage they lie on. */
export function hosts(input: PictureInput): HostSeries | undefined {
  const { facts, texts = pictureTexts } = input;
  const { model } = facts;
  const placing = { facts, texts };
  const machines = byHost(placing);
  const drawn = new Set<string>();
  const farms: FarmFrame[] = [];
  const usedStores = new Set<string>();
  const storesOf = (nodes: readonly Node[]): readonly Cell[] => {
    const ids = [...new Set(nodes.flatMap((node) => idsIn(fieldsOf(node).storedOn)))].sort(byText);
    return ids.flatMap((id) => {
      const store = model.node(id);
      if (!store) return [];
      usedStores.add(id);
      return [storeCell(placing, store)];
    });
  };
  const frame = (
    title: FarmFrame['title'],
    notes: readonly string[],
    members: readonly Node[],
    loose: HostBox[],
    own: readonly Node[],
  ): void => {
    for (const member of members) drawn.add(member.id);
    const boxes = members.map((member) => hostBox(placing, member, machines.get(member.id) ?? []));
    farms.push({ title, notes, hosts: [...boxes, ...loose], stores: storesOf(own) });
  };
  for (const farm of model.of('cluster')) {
    const members = [...new Set([farm.data.members ?? []].flat())].flatMap((id) => {
      const node = model.node(id);
      return node && !drawn.has(id) ? [node] : [];
    });
    const loose = machines.get(farm.id) ?? [];
    const free: HostBox = {
      label: { id: '', name: texts.anyHost },
      notes: [],
      heavy: false,
      cells: loose.map((m) => machineCell(placing, m, farm.id)),
    };
    const own = [...members.flatMap((m) => machines.get(m.id) ?? []), ...loose];
    frame(labelOf(farm), farmNotes(placing, farm), members, loose.length > 0 ? [free] : [], own);
  }
  const rest = model.nodes.filter(
    (node) => !drawn.has(node.id) && node.kind !== 'cluster' && (node.kind === 'hypervisor' || machines.has(node.id)),
  );
  const sites = new Map<string, Node[]>();
  for (const node of rest) {
    const site = siteOf(model, node) ?? '';
    sites.set(site, [...(sites.get(site) ?? []), node]);
  }
  for (const [site, own] of [...sites].sort((a, b) => byText(a[0], b[0]))) {
    const name = site === '' ? texts.otherHosts : `${texts.otherHosts}: ${model.node(site)?.name ?? site}`;
    frame(
      { id: '', name },
      [],
      own,
      [],
      own.flatMap((host) => machines.get(host.id) ?? []),
    );
  }
  const lost = machines.get('') ?? [];
  if (lost.length > 0) {
    const free = { label: { id: '', name: texts.noHost }, notes: [], heavy: false };
    frame(
      { id: '', name: texts.noHost },
      [],
      [],
      [{ ...free, cells: lost.map((m) => machineCell(placing, m, '')) }],
      lost,
    );
  }
  if (farms.length === 0) return undefined;
  const stores = model.nodes.filter((node) => node.kind === 'storage' && !usedStores.has(node.id));
  if (stores.length > 0) {
    const title = { id: '', name: texts.otherStores };
    farms.push({ title, notes: [], hosts: [], stores: stores.map((store) => storeCell(placing, store)) });
  }
  return { type: 'hosts', letter: 'H', title: texts.hosts, farms };
}

function storeCell(placing: Placing, store: Node): Cell {
  const { capacity } = fieldsOf(store);
  const places = idsIn(fieldsOf(store).in).map((id) => placing.facts.model.node(id)?.name ?? id);
  return {
    label: labelOf(store),
    notes: [capacity === undefined ? '' : bytes(capacity), ...places].filter(Boolean),
    heavy: isHeavy(placing, store),
  };
}
