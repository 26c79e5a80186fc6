import type { ImportFinding } from '../importer.ts';
import type { HostFacts } from './read.ts';

/** A host name as an id of the plan: small letters, digits, dots, hyphens, underscores. */
export function asId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 128);
  return id.replace(/[^a-z0-9]+$/, '') || 'host';
}

/** The id of each host; two hosts that would get the same one are told apart by a number, and named. */
export function idsOf(hosts: readonly HostFacts[], findings: ImportFinding[]): (name: string) => string {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const host of hosts) {
    const wanted = asId(host.name);
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    ids.set(host.name, id);
    if (id !== host.name) findings.push({ severity: 'info', message: `"${host.name}" became "${id}"`, ...host.at });
  }
  return (name) => ids.get(name) ?? asId(name);
}
