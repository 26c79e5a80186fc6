import type { ImportFinding } from '../importer.ts';
import type { Classified } from './classify.ts';
import type { Value } from './inventory.ts';
import { addressOf, type FoundNetwork, networkOf } from './networks.ts';
import type { HostFacts } from './read.ts';
import type { FoundService } from './services.ts';
import { listOf, mapOf, numberOf, sizeText, textOf } from './values.ts';

/** A value of the plan with where it comes from, for the comment beside it. */
export interface Noted {
  readonly value: unknown;
  readonly note?: string;
}

/** Collections of the plan: name → id → field → value. */
export type PlanData = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Noted>>>;

interface Known {
  readonly idOf: (name: string) => string;
  readonly ids: ReadonlySet<string>;
  readonly networks: readonly FoundNetwork[];
  readonly services: readonly FoundService[];
  /** Storage → the hosts that mount it. */
  readonly clients: ReadonlyMap<string, readonly string[]>;
}

const secret = /passw|secret|token|private.?key|api.?key/i;
const placeholder = /^\W*(?:change ?me|unspecified|none|n\/a|todo|fixme|unknown)\b/i;

/** A free text of the inventory; what looks like a secret or a placeholder is not taken over. */
function words(host: HostFacts, name: string): string | undefined {
  const text = textOf(host, name);
  if (text === undefined || secret.test(text) || placeholder.test(text)) return undefined;
  return text.replace(/[ \t]+\n/g, '\n').slice(0, 4000);
}

function systemOf(host: HostFacts): string | undefined {
  const said = textOf(host, 'ansible_distribution', 'proxmox_template', 'os');
  if (said !== undefined) return said;
  const found = /(?:^|[/_-])(rhel|fedora|centos|debian|ubuntu|rocky|alma)[-_]?(\d+)/i.exec(
    textOf(host, 'ks_repo', 'ks_url') ?? '',
  );
  return found ? `${(found[1] as string).toLowerCase()} ${found[2]}` : undefined;
}

/** Groups as tags, and the security category a person gave it. */
function tagsOf(host: HostFacts): readonly string[] {
  const category = textOf(host, 'csi_security_category');
  const known = category !== undefined && /^(?:high|moderate|low)$/i.test(category);
  return [...host.groups, ...(known ? [`csi-${category.toLowerCase()}`] : [])].sort();
}

/** These carry others and go on doing so without name servers: only their management misses something. */
const goOnWithoutNames: readonly Classified['collection'][] = ['hypervisors', 'networkDevices'];

function dependencies(
  id: string,
  collection: Classified['collection'],
  network: FoundNetwork | undefined,
  known: Known,
): readonly unknown[] {
  const found: unknown[] = [];
  const resolution = known.services.find((s) => s.role === 'name-resolution');
  // Inventories say who resolves names for whom, not that nothing boots without: it serves only with it.
  const served =
    network && network.nameServers.length > 0 && network.nameServers.every((s) => resolution?.providers.includes(s));
  if (resolution && served && !resolution.providers.includes(id)) {
    found.push({ id: resolution.id, when: goOnWithoutNames.includes(collection) ? 'later' : 'serve' });
  }
  for (const [store, clients] of known.clients) {
    if (clients.includes(id) && store !== id) found.push({ id: store, when: 'serve' });
  }
  return found;
}

function fieldsOf(
  { host, collection, type, runsOn, why }: Classified,
  known: Known,
  findings: ImportFinding[],
): Map<string, Noted> {
  const id = known.idOf(host.name);
  const network = networkOf(host, known.networks);
  const virtual = collection === 'virtualMachines';
  const fields = new Map<string, Noted>();
  const put = (field: string, value: unknown, note?: string): void => {
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!empty) fields.set(field, { value, ...(note === undefined ? {} : { note }) });
  };
  put('type', type, why);
  if (virtual && runsOn) {
    const target = known.idOf(runsOn.host);
    put('runsOn', target, runsOn.why);
    if (!known.ids.has(target)) {
      const message = `${host.name} runs on "${runsOn.host}", which is not in the inventory`;
      findings.push({ severity: 'warning', message, ...host.at });
    }
  } else if (virtual) {
    findings.push({
      severity: 'warning',
      message: `${host.name} is virtual, and nothing says on which host it runs`,
      ...host.at,
    });
  }
  if (!virtual || !runsOn) put('in', datacenterOf(host), host.vars.get('datacenter')?.at.file);
  put('address', addressOf(host));
  put('os', systemOf(host));
  if (virtual || collection === 'servers' || collection === 'hypervisors') {
    put('cpu', numberOf(textOf(host, 'cores', 'num_cpus', 'vcpus')));
    put('memory', sizeText(textOf(host, 'ram', 'mem_size', 'memory')));
    put('disk', sizeText(textOf(host, 'disk', 'lvm_size')));
  }
  put('purpose', words(host, 'csi_purpose'));
  put('description', describe(host));
  put('connectedTo', network ? [network.id] : undefined);
  put('dependsOn', dependencies(id, collection, network, known));
  put('tags', tagsOf(host));
  return fields;
}

function describe(host: HostFacts): string | undefined {
  const contact = words(host, 'csi_primary_contact');
  const relations = words(host, 'csi_relationship');
  const parts = [contact === undefined ? undefined : `Contact: ${contact}`, relations].filter((p) => p !== undefined);
  return parts.length > 0 ? parts.join('\n') : undefined;
}

/** The id of the site a host stands in, from `datacenter`. */
export function datacenterOf(host: HostFacts): string | undefined {
  const name = textOf(host, 'datacenter');
  if (name === undefined || !/^[A-Za-z0-9][\w.-]*$/.test(name)) return undefined;
  return `site-${name.toLowerCase().replace(/[^a-z0-9]+$/, '')}`;
}

/** Stores with exports (`nfs_exports`) and the hosts that are named as their clients. */
export function exportClients(
  classified: readonly Classified[],
  idOf: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const names = new Set(classified.map((c) => c.host.name));
  const found = new Map<string, readonly string[]>();
  for (const { host, collection } of classified) {
    if (collection !== 'storage') continue;
    const clients = listOf(host.vars.get('nfs_exports')?.value)
      .flatMap((e) => listOf(mapOf(e)?.['clients']))
      .map((c) => mapOf(c)?.['client'] as Value | undefined)
      .filter((c): c is string => typeof c === 'string' && names.has(c));
    found.set(idOf(host.name), [...new Set(clients.map(idOf))].sort());
  }
  return found;
}

/** The plan: every host in its collection, networks, services and sites beside them. */
export function planOf(
  classified: readonly Classified[],
  known: Omit<Known, 'ids' | 'clients'>,
  findings: ImportFinding[],
): PlanData {
  const ids = new Set(classified.map((c) => known.idOf(c.host.name)));
  const all: Known = { ...known, ids, clients: exportClients(classified, known.idOf) };
  const plan = new Map<string, Map<string, ReadonlyMap<string, Noted>>>();
  const put = (collection: string, id: string, fields: ReadonlyMap<string, Noted>): void => {
    const known_ = plan.get(collection) ?? new Map<string, ReadonlyMap<string, Noted>>();
    known_.set(id, fields);
    plan.set(collection, known_);
  };
  const simple = (
    fields: Readonly<Record<string, unknown>>,
    notes: Readonly<Record<string, string>> = {},
  ): Map<string, Noted> =>
    new Map(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [field, { value, ...(notes[field] === undefined ? {} : { note: notes[field] }) }]),
    );
  for (const one of classified) put(one.collection, known.idOf(one.host.name), fieldsOf(one, all, findings));
  for (const network of known.networks) {
    const { id, name, vlan, cidr, gateway } = network;
    put(
      'networkDevices',
      id,
      simple({
        name: `Network ${name}`,
        type: 'vlan',
        vlan,
        network: cidr,
        connectedTo: gateway === undefined ? undefined : [gateway],
      }),
    );
  }
  for (const { id, role, providers, why } of known.services) {
    put('services', id, simple({ role, providers }, { providers: why }));
  }
  for (const site of new Set(classified.map((c) => datacenterOf(c.host)))) {
    if (site !== undefined) put('locations', site, simple({ type: 'site' }));
  }
  return plan;
}
