import type { Element, Model } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const supports = [
  { kind: 'facility', what: 'where the power comes from', field: 'poweredBy: [ID]' },
  { kind: 'networkDevice', what: 'how the network is reached', field: 'connectedTo: [ID]' },
] as const;

/** What hosts, and stores that something lies on, say nothing about; a switch may give power too. */
function* silent(model: Model): Generator<readonly [element: Element, lacking: readonly (typeof supports)[number][]]> {
  const needed = new Map<string, Set<string>>();
  for (const { from, of } of model.requirements) {
    const kinds = needed.get(from) ?? new Set();
    for (const id of of) kinds.add(model.node(id)?.kind ?? '');
    needed.set(from, kinds);
  }
  const used = new Set(model.requirements.flatMap((r) => (r.relation === 'storedOn' ? r.of : [])));
  for (const node of model.nodes) {
    const isStore = node.kind === 'storage' && used.has(node.id);
    if (node.external || (node.kind !== 'hypervisor' && !isStore)) continue;
    if ((node.data as { partOf?: unknown }).partOf !== undefined) continue;
    const kinds = needed.get(node.id);
    const lacking = supports.filter((s) => !kinds?.has(s.kind));
    const element = model.elements.get(node.id);
    if (element && lacking.length > 0) yield [element, lacking];
  }
}

export const supportSystemNotModelled: Rule = {
  id: 'support-system-not-modelled',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary:
    'Hosts and stores say what they stand on: power, network, and where there are several hosts, their management.',
  why: 'In the plan the hosts start first. In the room they wait for a switch that nobody has written down.',
  source: 'M 6.138: other IT systems that are necessary for the operation must be included',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {poweredBy: [ups]} # <--
virtualMachines: {shop: {runsOn: hv-1}}
facilities: {ups: {type: ups}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {poweredBy: [ups], connectedTo: [switch-1]}
virtualMachines: {shop: {runsOn: hv-1}}
facilities: {ups: {type: ups}}
networkDevices: {switch-1: {poweredBy: [ups]}}
`,
  *check({ model }) {
    // Those that lack the same things are told together: the repair is the same.
    const groups = new Map<string, { elements: Element[]; lacking: readonly (typeof supports)[number][] }>();
    for (const [element, lacking] of silent(model)) {
      const key = `${element.kind} ${lacking.map((l) => l.kind).join()}`;
      const group = groups.get(key) ?? { elements: [], lacking };
      group.elements.push(element);
      groups.set(key, group);
    }
    for (const { elements, lacking } of groups.values()) {
      const ids = elements.map((e) => e.id);
      yield {
        message: `nobody says of ${listed(ids)} ${lacking.map((l) => l.what).join(' and ')}`,
        hint: `add ${lacking.map((l) => l.field).join(' and ')}, and the elements named there`,
        location: keyOf(elements[0] as Element),
        elements: ids,
      };
    }
    const hosts = model.of('hypervisor').filter((h) => !model.node(h.id)?.external);
    const isManaged =
      model.of('service').some((s) => s.data.role === 'virtualisation-management') ||
      model.managements.some((m) => ['hypervisor', 'cluster'].includes(model.node(m.managed)?.kind ?? ''));
    if (hosts.length < 2 || isManaged) return;
    yield {
      message: `nobody says what manages the ${hosts.length} hosts`,
      hint: 'add a service with role: virtualisation-management, or "manages" to the management server; managed one by one: say so in a waiver',
      location: keyOf(hosts[0] as Element),
      elements: hosts.map((h) => h.id),
    };
  },
};
