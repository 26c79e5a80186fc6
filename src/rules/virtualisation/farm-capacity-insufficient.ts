import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const farmCapacityInsufficient: Rule = {
  id: 'farm-capacity-insufficient',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The rest of a farm carries all its machines when as many hosts are gone as it promises to bear.',
  why: 'After the failure everything restarts, until the memory is full; what comes last stays off, whatever it is.',
  source: 'IT-Grundschutz SYS.1.5.A17, A20: capacity of the remaining virtualisation servers',
  bad: `
drplan: 1
plan: {name: Office}
clusters:
  farm: # <--
    members: [hv-1, hv-2]
    toleratesHostFailures: 1
hypervisors: {hv-1: {cpu: 16, memory: 64GiB}, hv-2: {cpu: 16, memory: 64GiB}}
virtualMachines: {a: {runsOn: farm, cpu: 8, memory: 48GiB}, b: {runsOn: farm, cpu: 8, memory: 32GiB}}
`,
  good: `
drplan: 1
plan: {name: Office}
clusters:
  farm:
    members: [hv-1, hv-2]
    toleratesHostFailures: 1
hypervisors: {hv-1: {cpu: 16, memory: 64GiB}, hv-2: {cpu: 16, memory: 64GiB}}
virtualMachines: {a: {runsOn: farm, cpu: 8, memory: 32GiB}, b: {runsOn: farm, cpu: 8, memory: 32GiB}}
`,
  *check({ model, weakPoints }) {
    for (const { cluster, gone, fits, left } of weakPoints.capacity) {
      if (fits !== false) continue;
      yield {
        message: `without ${listed(gone)}, ${cluster} has no room for ${listed(left)}`,
        hint: 'add memory or a host, or cpuOvercommit if virtual processors share cores',
        location: keyOf(model.elements.get(cluster) as Element),
        element: cluster,
      };
    }
  },
};
