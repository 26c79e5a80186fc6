import type { Node } from '../model/model.ts';
import type { SectionInput } from './binder.ts';
import { bytes, commas, idAndName, nameOf, periodText, span } from './format.ts';
import type { sheetsWords } from './words/sheets.ts';

type Say = (typeof sheetsWords)['en'];
type Fields = Readonly<Record<string, unknown>>;

/** Rooms inside rooms are not followed for ever: a circle of locations must not be. */
const deepestPlace = 8;

function placeLine({ facts }: SectionInput, node: Node): string {
  const chain: string[] = [];
  let id = (node.data as { in?: string }).in;
  while (id !== undefined && !chain.includes(id) && chain.length < deepestPlace) {
    chain.push(id);
    id = (facts.model.elements.get(id)?.data as { in?: string } | undefined)?.in;
  }
  return chain.map((one) => nameOf(facts, one)).join(', ');
}

/** RTO, RPO and MTPD in one line; empty where none is stated. */
function timesLine(data: Fields): string {
  const recovery = (data['recovery'] ?? {}) as { rto?: number; rpo?: { text: string }; mtpd?: number };
  const minutes = (value: unknown): string => (typeof value === 'number' ? span(value) : '');
  const all = [
    minutes(recovery.rto ?? data['rto']),
    periodText(recovery.rpo ?? (data['rpo'] as { text: string } | undefined)),
    minutes(recovery.mtpd ?? data['mtpd']),
  ];
  return all.every((t) => t === '') ? '' : all.map((t) => t || '–').join(' / ');
}

/** The documents on a system's configuration, each with the places where it can be had. */
function configurationLine({ facts }: SectionInput, node: Node): string {
  return facts.configurationDocuments
    .of(node.id)
    .map((document) => {
      const forms = (document.data.forms ?? []).map((f) => commas([nameOf(facts, f.at), nameOf(facts, f.by)]));
      return [idAndName(document), forms.filter(Boolean).join('; ')].filter(Boolean).join(': ');
    })
    .join('; ');
}

const workaroundOf = (written: unknown): string =>
  typeof written === 'string' ? written : ((written as { description?: string } | undefined)?.description ?? '');

/** Single facts of a sheet, those that are written down, the most urgent first. */
export function sheetFacts(input: SectionInput, node: Node, say: Say): { label: string; value: string }[] {
  const { facts } = input;
  const data = node.data as Fields;
  const text = (key: string): string => commas([data[key]].flat().map((v) => (typeof v === 'string' ? v : undefined)));
  const size = (key: string): string => (typeof data[key] === 'number' ? bytes(data[key] as number) : '');
  const names = (ids: readonly string[] | undefined): string => commas((ids ?? []).map((id) => nameOf(facts, id)));
  const monitored = data['monitoring'];
  const watcher = typeof monitored === 'string' ? monitored : (monitored as { by?: string } | undefined)?.by;
  const cores = data['cpu'] === undefined ? '' : `${data['cpu']} ${say.cores}`;
  const rows: readonly (readonly [string, string])[] = [
    [say.purpose, text('purpose') || text('description')],
    [say.place, placeLine(input, node)],
    [say.console, text('console')],
    [say.hostname, text('hostname')],
    [say.address, text('address')],
    [say.administration, text('url')],
    [say.system, commas([text('os'), text('product'), text('vendor'), text('model')])],
    [say.serialNumber, text('serialNumber')],
    [say.number, text('vmId')],
    [say.size, commas([cores, size('memory'), size('disk'), size('capacity')])],
    [say.times, timesLine(data)],
    [say.normalHost, text('placedOn')],
    [say.owner, nameOf(facts, facts.inherited.owner(node.id))],
    [say.administrators, names(facts.inherited.administrators(node.id))],
    [say.backup, commas(facts.backupCoverage.backupsOf(node.id).map(idAndName))],
    [say.contracts, names(facts.inherited.contracts(node.id))],
    [say.spares, names(facts.inherited.spares(node.id))],
    [say.watchedBy, nameOf(facts, watcher)],
    [say.configuration, configurationLine(input, node)],
    [say.workaround, workaroundOf(data['workaround'])],
    [say.minimum, text('minimumLevel')],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}
