import type { Facts } from '../../analysis/index.ts';
import { objectives } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import type { SectionBuilder } from '../binder.ts';
import {
  anchorOf,
  bytes,
  commas,
  idAndName,
  kindWord,
  nameOf,
  periodText,
  requirementText,
  span,
  titleOf,
} from '../words.ts';

type Fields = Readonly<Record<string, unknown>>;
interface ActionFields {
  readonly takes?: number;
  readonly procedure?: string;
}

const actions = [
  'restart',
  'restore',
  'rebuild',
  'replace',
  'isolate',
  'verify',
  'shutdown',
  'failover',
  'onFailure',
] as const;
const actionWords: Readonly<Record<(typeof actions)[number], string>> = {
  restart: 'Start',
  restore: 'Restore',
  rebuild: 'Rebuild',
  replace: 'Replace',
  isolate: 'Isolate',
  verify: 'Verify',
  shutdown: 'Shut down',
  failover: 'Fail over',
  onFailure: 'When it fails',
};

function procedures(facts: Facts, node: Node) {
  const recovery = ((node.data as Fields)['recovery'] ?? {}) as Partial<Record<(typeof actions)[number], ActionFields>>;
  return actions.flatMap((action) => {
    const said = recovery[action];
    if (!said) return [];
    const procedure = facts.model.elements.get(said.procedure ?? '');
    return [
      {
        action: actionWords[action],
        takes: said.takes === undefined ? '' : span(said.takes),
        title: procedure ? titleOf(procedure) : (said.procedure ?? ''),
        anchor: procedure ? anchorOf(procedure.id) : '',
      },
    ];
  });
}

/** Single facts of the sheet, those that are written down. */
function factRows(facts: Facts, node: Node): { label: string; value: string }[] {
  const data = node.data as Fields;
  const text = (key: string): string => commas([data[key]].flat().map((v) => (typeof v === 'string' ? v : undefined)));
  const size = (key: string): string => (typeof data[key] === 'number' ? bytes(data[key] as number) : '');
  const recovery = (data['recovery'] ?? {}) as { rto?: number; rpo?: { text: string }; mtpd?: number };
  const times = (value: unknown): string => (typeof value === 'number' ? span(value) : '');
  const backups = facts.model.of('backup').filter((b) => b.data.covers.includes(node.id));
  const monitored = data['monitoring'];
  const rows: (readonly [string, string])[] = [
    ['Purpose', text('purpose') || text('description')],
    ['Place', placeLine(facts, node)],
    ['Host name', text('hostname')],
    ['Address', text('address')],
    ['Console', text('console')],
    ['Administration', text('url')],
    ['System', commas([text('os'), text('product'), text('vendor'), text('model')])],
    ['Serial number', text('serialNumber')],
    ['Number', text('vmId')],
    [
      'Size',
      commas([data['cpu'] === undefined ? '' : `${data['cpu']} cores`, size('memory'), size('disk'), size('capacity')]),
    ],
    [
      'RTO / RPO / MTPD',
      [
        times(recovery.rto ?? data['rto']),
        periodText(recovery.rpo ?? (data['rpo'] as { text: string } | undefined)),
        times(recovery.mtpd ?? data['mtpd']),
      ]
        .map((t) => t || '–')
        .join(' / '),
    ],
    ['Normal host', text('placedOn')],
    ['Owner', nameOf(facts, facts.inherited.owner(node.id))],
    ['Administrators', commas((facts.inherited.administrators(node.id) ?? []).map((id) => nameOf(facts, id)))],
    ['Backup', commas(backups.map(idAndName))],
    ['Contracts', commas((facts.inherited.contracts(node.id) ?? []).map((id) => nameOf(facts, id)))],
    ['Spare parts', commas((facts.inherited.spares(node.id) ?? []).map((id) => nameOf(facts, id)))],
    ['Watched by', typeof monitored === 'string' ? nameOf(facts, monitored) : ''],
    [
      'Workaround',
      typeof data['workaround'] === 'string'
        ? data['workaround']
        : ((data['workaround'] as { description?: string } | undefined)?.description ?? ''),
    ],
    ['Least that must work', text('minimumLevel')],
  ];
  const shown = rows.filter(([label, value]) => value !== '' && !(label.startsWith('RTO') && value === '– / – / –'));
  return shown.map(([label, value]) => ({ label, value }));
}

function placeLine(facts: Facts, node: Node): string {
  const chain: string[] = [];
  for (let id = (node.data as { in?: string }).in; id !== undefined && !chain.includes(id) && chain.length < 8; ) {
    chain.push(id);
    id = (facts.model.elements.get(id)?.data as { in?: string } | undefined)?.in;
  }
  return chain.map((id) => nameOf(facts, id)).join(', ');
}

/** Lookups made once for all sheets: a plan of thousands must not be walked for each of them. */
function indexesOf({ model }: Facts, recovery: Recovery) {
  const needs = new Map<string, string[]>();
  const users = new Map<string, Set<string>>();
  for (const r of model.requirements) {
    if (r.relation.startsWith('backups.')) continue;
    const known = needs.get(r.from);
    const said = `${r.relation}: ${requirementText(r)}`;
    if (known) known.push(said);
    else needs.set(r.from, [said]);
    for (const id of r.of) {
      const set = users.get(id);
      if (set) set.add(r.from);
      else users.set(id, new Set([r.from]));
    }
  }
  const waves = new Map<string, string>();
  for (const step of recovery.steps) waves.set(step.element, `wave ${step.wave}`);
  return { needs, users, waves };
}

function needRows(facts: Facts, node: Node) {
  return objectives.map((objective) => {
    const need = facts.needs.of(node.index, objective);
    const path = facts.needs.path(node.index, objective);
    const last = facts.model.node(path.at(-1)?.from ?? node.id);
    const reason = last ? facts.needs.of(last.index, objective).reason : undefined;
    const chain = path.map((hop) => hop.from).join(', from ');
    const why = [
      chain === '' ? '' : `from ${chain}`,
      reason ?? '',
      need.decision && need.principle === need.decision.principle ? `${need.principle}: ${need.decision.reason}` : '',
    ];
    return { objective, level: need.effective, why: why.filter(Boolean).join('; ') };
  });
}

/** One sheet per element that is a node: where it is, what it needs, how it comes back. */
export const systems: SectionBuilder = {
  name: 'systems',
  build: ({ facts, recovery }) => {
    const nodes = facts.model.nodes.filter((n) => n.kind !== 'backup');
    if (nodes.length === 0) return undefined;
    const { needs, users, waves } = indexesOf(facts, recovery);
    const sheets = nodes.map((node) => ({
      anchor: anchorOf(node.id),
      id: node.id,
      name: node.name === node.id ? '' : node.name,
      kind: kindWord(node.kind),
      external: node.external ? 'not ours to start' : '',
      wave: waves.get(node.id) ?? '',
      facts: factRows(facts, node),
      needs: needs.get(node.id) ?? [],
      users: commas([...(users.get(node.id) ?? [])].sort()),
      protection: needRows(facts, node).some((n) => n.level !== 'normal' || n.why !== '') ? needRows(facts, node) : [],
      procedures: procedures(facts, node),
    }));
    return { title: 'Sheets of all systems', content: { sheets } };
  },
};
