import type { Importer, ImportFinding } from '../importer.ts';
import { type Classified, classify } from './classify.ts';
import { idsOf } from './ids.ts';
import { findNetworks } from './networks.ts';
import { type PlanData, planOf } from './plan.ts';
import { type HostFacts, readHosts } from './read.ts';
import { findServices } from './services.ts';
import { writePlan } from './write.ts';

function summaryOf(
  plan: PlanData,
  classified: readonly Classified[],
  findings: readonly ImportFinding[],
): readonly string[] {
  const counts = [...plan].map(([collection, elements]) => `${elements.size} ${collection}`).sort();
  const guests = classified.filter((c) => c.collection === 'virtualMachines');
  const hosts = new Set(guests.flatMap((c) => (c.runsOn ? [c.runsOn.host] : [])));
  const warnings = findings.filter((f) => f.severity === 'warning').length;
  return [
    `imported ${classified.length} hosts: ${counts.join(', ')}`,
    `${guests.length} virtual machines, ${guests.filter((c) => c.runsOn).length} of them on ${hosts.size} hypervisors`,
    `${warnings} warnings; what is missing stays missing: drplan validate says what to add`,
  ];
}

/** Hosts in no group are easily forgotten; hypervisors that only guests name may be gone or misspelt. */
function strays(hosts: readonly HostFacts[], classified: readonly Classified[], findings: ImportFinding[]): void {
  for (const host of hosts) {
    if (host.groups.length === 0)
      findings.push({ severity: 'warning', message: `${host.name} is in no group`, ...host.at });
  }
  const known = new Set(hosts.map((h) => h.name));
  const missing = new Map<string, number>();
  for (const { runsOn } of classified) {
    if (runsOn && !known.has(runsOn.host)) missing.set(runsOn.host, (missing.get(runsOn.host) ?? 0) + 1);
  }
  for (const [name, guests] of [...missing].sort()) {
    const message = `the hypervisor "${name}" is named by ${guests} virtual machine${guests === 1 ? '' : 's'} and is not in the inventory`;
    findings.push({ severity: 'warning', message, file: 'inventory' });
  }
}

/** Ansible inventories: INI and YAML files, host_vars and group_vars, simple constructed groups. */
export const ansible: Importer = {
  name: 'ansible',
  description: 'an Ansible inventory: INI, YAML, host_vars and group_vars',
  import: (files, { name }) => {
    const findings: ImportFinding[] = [];
    const hosts = readHosts(files, findings);
    const idOf = idsOf(hosts, findings);
    const classified = classify(hosts);
    const networks = findNetworks(hosts, idOf);
    const services = findServices(hosts, idOf);
    const plan = planOf(classified, { idOf, networks, services }, findings);
    strays(hosts, classified, findings);
    const sorted = [...findings].sort(
      (a, b) =>
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.message < b.message ? -1 : 1),
    );
    return { files: writePlan(plan, name), findings: sorted, summary: summaryOf(plan, classified, findings) };
  },
};
