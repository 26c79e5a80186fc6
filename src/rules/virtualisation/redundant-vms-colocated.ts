import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const redundantVmsColocated: Rule = {
  id: 'redundant-vms-colocated',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Virtual machines that stand in for each other do not share a host, nor storage, room or power.',
  why: 'Both name servers stop in the same second, and the redundancy was only on paper.',
  source: "M 6.138: two systems that can perform each other's tasks should not be run on one virtualisation server",
  bad: `
drplan: 1
plan: {name: Office}
services: {dns: {providers: [dns-1, dns-2]}}
virtualMachines:
  dns-1: {runsOn: hv-1} # <--
  dns-2: {runsOn: hv-1}
hypervisors: {hv-1: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
services: {dns: {providers: [dns-1, dns-2]}}
virtualMachines:
  dns-1: {runsOn: hv-1}
  dns-2: {runsOn: hv-2}
hypervisors: {hv-1: {}, hv-2: {}}
`,
  *check({ model, weakPoints }) {
    for (const { causes, requirements } of weakPoints.apparentMachines()) {
      for (const { id, kind, takes, possible } of causes) {
        if (kind === 'supplier' || kind === 'person') continue;
        const shared = model.elements.get(id) as Element;
        const { decision } = (shared.data as { highAvailability?: { decision?: string } }).highAvailability ?? {};
        const users = [...new Set(requirements.map((r) => r.from))];
        const certain = kind === 'host' && !possible;
        yield {
          severity: decision !== undefined ? 'info' : certain ? 'error' : 'warning',
          message: possible
            ? `nothing keeps ${listed(takes)} from running on one host of ${id}; they stand in for each other for ${listed(users, 3)}`
            : `${listed(takes)} stand in for each other for ${listed(users, 3)} and all depend on ${id}`,
          label: certain ? 'on the same host' : possible ? 'may meet on one host' : `all lost with ${id}`,
          hint: decision
            ? `decided: ${decision}`
            : possible
              ? `add placement: [{apart: [${takes.join(', ')}], reason: …}] to ${id}, or say placedOn`
              : 'move one of them, or record highAvailability: {considered: true, decision: …} at what they share',
          location: keyOf(model.elements.get(takes[0] as string) as Element),
          element: takes[0] as string,
          elements: takes,
        };
      }
    }
  },
};
