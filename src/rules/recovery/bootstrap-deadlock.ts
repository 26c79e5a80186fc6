import type { Rule } from '../rule.ts';

export const bootstrapDeadlock: Rule = {
  id: 'bootstrap-deadlock',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Everything can be started again when everything is off.',
  why: 'Systems that wait for each other run for years and never come back after the first blackout.',
  source: 'M 6.138: the re-commissioning must not depend on a service provided exclusively by a virtual IT system',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-01:
    dependsOn: [dns] # <--
services:
  dns: {role: name-resolution, providers: [vm-dns]}
virtualMachines:
  vm-dns: {runsOn: hv-01}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-01:
    dependsOn: [dns]
services:
  dns: {role: name-resolution, providers: [vm-dns, old-dns]}
virtualMachines:
  vm-dns: {runsOn: hv-01}
servers:
  old-dns: {}
`,
  *check({ deadlocks }) {
    for (const deadlock of deadlocks) {
      const link =
        deadlock.cycle.find((l) => !['runsOn', 'providers', 'storedOn', 'partOf', 'members'].includes(l.relation)) ??
        deadlock.cycle[0];
      if (!link) continue;
      yield {
        message: `cannot be started from cold: ${deadlock.sentence}`,
        label: 'waits for itself in the end',
        hint: 'add a provider outside the circle, a documented bypass, or say when: serve if it starts without',
        location: link.at,
        element: link.from,
        elements: [...deadlock.elements],
        related: deadlock.cycle
          .filter((l) => l !== link)
          .map((l) => ({ message: `${l.from} needs ${l.to}`, location: l.at })),
      };
    }
  },
};
