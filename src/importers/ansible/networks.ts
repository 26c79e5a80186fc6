import type { HostFacts } from './read.ts';
import { inRange, listOf, mapOf, textOf } from './values.ts';

/** A network of the inventory: its range, its gateway, the servers its hosts resolve names with. */
export interface FoundNetwork {
  readonly id: string;
  readonly name: string;
  readonly vlan: string | undefined;
  readonly cidr: string;
  /** The host that has the gateway's address, where there is one. */
  readonly gateway: string | undefined;
  /** The hosts that have the addresses of the name servers; empty unless all are known. */
  readonly nameServers: readonly string[];
}

/** The address of a host, as the inventory gives it. */
export const addressOf = (host: HostFacts): string | undefined => {
  const said = textOf(host, 'ip', 'eth0_ip', 'ansible_host', 'ansible_ip', 'br0_ip');
  return said !== undefined && /^[\d.]+$|^[0-9a-f:]+:[0-9a-f:]*$/i.test(said) ? said : undefined;
};

/** The networks in a variable `vlans` (name → {id, cidr, gateway, dns_servers}). */
export function findNetworks(hosts: readonly HostFacts[], idOf: (name: string) => string): readonly FoundNetwork[] {
  const byAddress = new Map<string, string>();
  for (const host of hosts) {
    const address = addressOf(host);
    if (address !== undefined) byAddress.set(address, idOf(host.name));
  }
  const found = new Map<string, FoundNetwork>();
  for (const host of hosts) {
    for (const [name, value] of Object.entries(mapOf(host.vars.get('vlans')?.value) ?? {})) {
      const network = mapOf(value);
      const cidr = network?.['cidr'];
      const id = `vlan-${name
        .toLowerCase()
        .replace(/[^a-z0-9.-]+/g, '-')
        .replace(/^-+|-+$/g, '')}`;
      if (typeof cidr !== 'string' || found.has(id)) continue;
      const servers = listOf(network?.['dns_servers']).map((address) => byAddress.get(String(address)));
      found.set(id, {
        id,
        name,
        vlan: typeof network?.['id'] === 'string' ? network['id'] : undefined,
        cidr,
        gateway: byAddress.get(String(network?.['gateway'] ?? '')),
        nameServers: servers.every((s) => s !== undefined) ? (servers as string[]) : [],
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The network a host's address lies in: the narrowest one. */
export function networkOf(host: HostFacts, networks: readonly FoundNetwork[]): FoundNetwork | undefined {
  const address = addressOf(host);
  if (address === undefined) return undefined;
  const bits = (n: FoundNetwork): number => Number(n.cidr.split('/')[1]);
  return networks.filter((n) => inRange(address, n.cidr)).sort((a, b) => bits(b) - bits(a))[0];
}
