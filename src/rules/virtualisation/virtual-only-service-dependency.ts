import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const virtualOnlyServiceDependency: Rule = {
  id: 'virtual-only-service-dependency',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Hosts, farms, storage and their management start without any service that only virtual machines provide.',
  why: 'After a blackout the host waits for a name server that waits for the host.',
  source: 'M 6.138: the restart must not depend on a service that is provided exclusively by a virtual IT system',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-2: {}
  hv-1:
    dependsOn: [dns] # <--
services: {dns: {role: name-resolution, providers: [vm-dns]}}
virtualMachines: {vm-dns: {runsOn: hv-2}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-2: {}
  hv-1:
    dependsOn: [dns]
services: {dns: {role: name-resolution, providers: [vm-dns, old-dns]}}
virtualMachines: {vm-dns: {runsOn: hv-2}}
servers: {old-dns: {}}
`,
  *check({ virtualOnly }) {
    for (const { node, requirement, through } of virtualOnly) {
      yield {
        message: `${node.id} needs ${listed(through)} to start, which only virtual machines provide`,
        label: 'only virtual',
        hint: 'add a physical provider, a documented bypass, or say when: serve or later if it starts without',
        location: requirement.at,
        element: node.id,
      };
    }
  },
};
