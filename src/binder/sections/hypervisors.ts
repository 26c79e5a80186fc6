import type { Facts } from '../../analysis/index.ts';
import type { Element, Node } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { bytes, commas, nameOf } from '../format.ts';
import { sheetFields, sheetMaker, sheetsIn } from '../sheets.ts';
import { group, list, text, to } from '../view.ts';
import { hypervisorsWords } from '../words/hypervisors.ts';

type Say = (typeof hypervisorsWords)['en'];

const view = {
  sheets: list(
    group(
      {
        ...sheetFields,
        own: list(
          group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'),
          'Members, tolerance, checks.',
        ),
        machines: list(
          group(
            {
              id: text('Id.'),
              name: text('Name, where it is another.'),
              wave: text('Its wave in the recovery order.'),
              size: text('Cores and memory.'),
              mayGo: text('Other hosts it may run on.'),
              stored: text('Said where its data is lost with the host.'),
              to: to('its sheet'),
            },
            'A virtual machine.',
          ),
          'The machines that have their place here.',
        ),
      },
      'A host or a cluster.',
    ),
    'Clusters and hosts.',
  ),
};

/** Other hosts of the cluster that a machine runs on, and other hosts it names. */
function mayGo({ model }: Facts, vm: Element<'virtualMachine'>, host: string): readonly string[] {
  const written = vm.data.runsOn;
  const ids =
    written === undefined
      ? []
      : typeof written === 'string'
        ? [written]
        : [written.id, ...(written.anyOf ?? written.of ?? [])];
  const hosts = ids.flatMap((id) => {
    if (id === undefined) return [];
    const cluster = model.elements.get(id);
    return cluster?.kind === 'cluster' ? ((cluster as Element<'cluster'>).data.members ?? []) : [id];
  });
  const elsewhere = vm.data.recovery?.restore?.to?.runsOn ?? [];
  return [...new Set([...hosts, ...elsewhere])].filter((id) => id !== host);
}

function machinesOn(input: SectionInput, host: Node, say: Say) {
  const { facts, linkTo } = input;
  const load = facts.hostLoads.find((l) => l.host.id === host.id);
  const waves = new Map(input.recovery.steps.map((s) => [s.element, s.wave]));
  return (load?.machines ?? [])
    .map((vm) => {
      const wave = waves.get(vm.id);
      return {
        order: wave ?? Number.POSITIVE_INFINITY,
        id: vm.id,
        name: vm.name === vm.id ? '' : vm.name,
        wave: wave === undefined ? '' : say.wave(wave),
        size: commas([
          vm.data.cpu === undefined ? '' : `${vm.data.cpu} ${say.cores}`,
          vm.data.memory === undefined ? '' : bytes(vm.data.memory),
        ]),
        mayGo: commas(mayGo(facts, vm, host.id)) || say.nowhereElse,
        stored: load?.storedThere.includes(vm) ? say.storedHere : '',
        to: linkTo(vm.id),
      };
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ order: _, ...row }) => row);
}

/** What only clusters and hosts say. */
function ownFacts({ facts, day }: SectionInput, node: Node, say: Say): { label: string; value: string }[] {
  const element = facts.model.elements.get(node.id);
  const cluster = element?.kind === 'cluster' ? (element as Element<'cluster'>).data : undefined;
  const host = element?.kind === 'hypervisor' ? (element as Element<'hypervisor'>).data : undefined;
  const apart = (cluster?.placement ?? []).flatMap((rule) => (rule.apart === undefined ? [] : [commas(rule.apart)]));
  const check = host?.healthCheck?.last;
  const rows: readonly (readonly [string, string])[] = [
    [say.members, commas(cluster?.members)],
    [say.tolerates, cluster?.toleratesHostFailures === undefined ? '' : String(cluster.toleratesHostFailures)],
    [say.apart, apart.join('; ')],
    [say.healthCheck, check === undefined ? '' : commas([day(check), nameOf(facts, host?.healthCheck?.by)])],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** One sheet per host and cluster: what runs there, in which order it comes back, and where it may go. */
export const hypervisors = section({
  name: 'hypervisors',
  page: 'P13',
  extracts: ['role', 'scenario', 'element'],
  words: hypervisorsWords,
  view,
  shows: (input) => sheetsIn('hypervisors', input).map((node) => node.id),
  build: (input, say) => {
    const nodes = sheetsIn('hypervisors', input);
    if (nodes.length === 0) return undefined;
    const sheetOf = sheetMaker(input, say);
    const sheets = nodes.map((node) => ({
      ...sheetOf(node),
      own: ownFacts(input, node, say),
      machines: machinesOn(input, node, say),
    }));
    return { entries: sheets.map((s) => ({ anchor: s.anchor, title: s.id })), content: { sheets } };
  },
});
