import type { HostFacts } from './read.ts';
import { textOf } from './values.ts';

/** What a host is taken for, where it runs, and why. */
export interface Classified {
  readonly host: HostFacts;
  readonly collection: 'hypervisors' | 'virtualMachines' | 'storage' | 'networkDevices' | 'voipDevices' | 'servers';
  readonly type?: string;
  /** The host it runs on, as the inventory names it. */
  readonly runsOn?: { readonly host: string; readonly why: string };
  /** What the decision rests on. */
  readonly why: string;
}

const hypervisorWords =
  /(?:^|_)(?:hypervisors?|b?virthosts?|vmhosts?|proxmox_(?:hosts|nodes)|esxi?_?hosts?|kvm_hosts?|xen_hosts?)(?:_|$)/;
const hypervisorNames = /^(?:b?virthost|proxmox|esxi?|pve|hv|kvm|hyper-?v)[-\d]/;
const guestWords = /^(.*?)_?(?:instances|guests|vms|virtual_machines)$/;

const networkTypes: readonly (readonly [group: RegExp, name: RegExp, type: string])[] = [
  [/(?:^|_)switch(?:es)?(?:_|$)/, /^(?:switch|sw)[-\d]/, 'switch'],
  [/(?:^|_)firewalls?(?:_|$)/, /^(?:opnsense|pfsense|firewall|fw)[-\d]/, 'firewall'],
  [/(?:^|_)routers?(?:_|$)/, /^router[-\d]/, 'router'],
  [/(?:^|_)access_points?(?:_|$)/, /^(?:wap|ap)-/, 'access-point'],
  [/(?:^|_)load_?balancers?(?:_|$)/, /^lb[-\d]/, 'load-balancer'],
];

const storageWords = /(?:^|_)(?:nas|san|nfs_servers?|filers?|storage_servers?)(?:_|$)/;
const storageNames = /^(?:nas|san|filer)[-\d]/;
const phoneWords = /^(?:ip_|voip_|desk)?phones$/;
const callServerWords = /(?:^|_)(?:asterisk|pbx|freeswitch|call_servers?)(?:_|$)/;

const groupThat = (host: HostFacts, pattern: RegExp): string | undefined => host.groups.find((g) => pattern.test(g));

/** The host a guest runs on: named by itself, or the only hypervisor its group can mean. */
function hostOf(host: HostFacts, hypervisors: readonly string[]): Classified['runsOn'] {
  const named = textOf(host, 'vmhost');
  if (named !== undefined) {
    const at = host.vars.get('vmhost')?.at;
    return { host: named, why: `${at?.file}:${at?.line}` };
  }
  const group = groupThat(host, guestWords);
  if (group === undefined) return undefined;
  const family = (guestWords.exec(group)?.[1] ?? '').toLowerCase();
  const likely = hypervisors.filter((h) => family !== '' && h.toLowerCase().startsWith(family));
  const only = likely.length > 0 ? likely : hypervisors;
  return only.length === 1 ? { host: only[0] as string, why: `group ${group}; the only hypervisor of it` } : undefined;
}

/** Hosts that others name as theirs, and those whose groups, names or variables say so. */
function findHypervisors(hosts: readonly HostFacts[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const named = new Set(hosts.map((h) => textOf(h, 'vmhost')));
  for (const host of hosts) {
    const group = groupThat(host, hypervisorWords);
    const guest = host.vars.has('vmhost') || groupThat(host, guestWords) !== undefined;
    if (named.has(host.name)) found.set(host.name, 'virtual machines name it as their vmhost');
    else if (guest) continue;
    else if (group !== undefined) found.set(host.name, `group ${group}`);
    else if (host.vars.get('virthost')?.value === true) found.set(host.name, 'virthost: true');
    else if (hypervisorNames.test(host.name)) found.set(host.name, 'its name');
  }
  return found;
}

function classifyOne(host: HostFacts, hypervisors: ReadonlyMap<string, string>): Classified {
  const hypervisor = hypervisors.get(host.name);
  if (hypervisor !== undefined) return { host, collection: 'hypervisors', why: hypervisor };
  const guest = groupThat(host, guestWords);
  if (host.vars.has('vmhost') || guest !== undefined) {
    const runsOn = hostOf(host, [...hypervisors.keys()]);
    const why = host.vars.has('vmhost') ? 'it has a vmhost' : `group ${guest}`;
    return { host, collection: 'virtualMachines', why, ...(runsOn ? { runsOn } : {}) };
  }
  for (const [groups, names, type] of networkTypes) {
    const group = groupThat(host, groups);
    if (group !== undefined || names.test(host.name)) {
      return { host, collection: 'networkDevices', type, why: group === undefined ? 'its name' : `group ${group}` };
    }
  }
  const store = groupThat(host, storageWords);
  if (store !== undefined || storageNames.test(host.name) || host.vars.has('zfs_pools')) {
    const why = store !== undefined ? `group ${store}` : host.vars.has('zfs_pools') ? 'it has zfs_pools' : 'its name';
    return { host, collection: 'storage', type: /^san|_san/.test(store ?? host.name) ? 'san' : 'nas', why };
  }
  const phones = groupThat(host, phoneWords);
  if (phones !== undefined) return { host, collection: 'voipDevices', type: 'phone-model', why: `group ${phones}` };
  const pbx = groupThat(host, callServerWords);
  if (pbx !== undefined) return { host, collection: 'voipDevices', type: 'call-server', why: `group ${pbx}` };
  return { host, collection: 'servers', why: 'nothing says that it is something else' };
}

/** What each host is taken for, by evidence in this order: who names it, its variables, its groups, its name. */
export function classify(hosts: readonly HostFacts[]): readonly Classified[] {
  const hypervisors = findHypervisors(hosts);
  return hosts.map((host) => classifyOne(host, hypervisors));
}
