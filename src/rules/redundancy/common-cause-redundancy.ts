import type { Element } from '../../model/model.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const commonCauseRedundancy: Rule = {
  id: 'common-cause-redundancy',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2'],
  summary: 'What stands in for each other does not depend on one and the same thing.',
  why: 'Two lines in one duct are one line: the digger does not count them.',
  source: 'BSI-Standard 200-2 §8.2.2: mirrored servers in one room; NIS2 Implementing Regulation 4.2.4: redundancy',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
services:
  shop: {providers: [web-1, web-2]} # <--
servers:
  web-1: {poweredBy: [feed]}
  web-2: {poweredBy: [feed]}
facilities: {feed: {type: ups}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
services:
  shop: {providers: [web-1, web-2]}
servers:
  web-1: {poweredBy: [feed]}
  web-2: {poweredBy: [feed-2]}
facilities: {feed: {type: ups}, feed-2: {type: ups}}
`,
  *check({ model, weakPoints }) {
    for (const { of, causes, requirements } of weakPoints.apparent()) {
      const virtual = of.every((id) => model.node(id)?.kind === 'virtualMachine');
      for (const { id, kind, takes, possible } of causes) {
        // Of virtual machines redundant-vms-colocated speaks; who repairs is no cause of a failure.
        if (kind === 'supplier' || possible || (virtual && kind !== 'person')) continue;
        const shared = model.elements.get(id) as Element;
        const { decision } = (shared.data as { highAvailability?: { decision?: string } }).highAvailability ?? {};
        const users = [...new Set(requirements.map((r) => r.from))];
        const [first] = requirements;
        if (!first) continue;
        yield {
          severity: decision === undefined ? 'warning' : 'info',
          message:
            kind === 'person'
              ? `only ${id} looks after ${listed(takes)}, which stand in for each other for ${listed(users, 3)}`
              : `${listed(takes)} stand in for each other for ${listed(users, 3)} and are all lost with ${id}`,
          label: `all depend on ${id}`,
          hint: decision
            ? `decided: ${decision}`
            : kind === 'person'
              ? 'name a deputy'
              : 'separate them, or record highAvailability: {considered: true, decision: …} at what they share',
          location: first.at,
          element: first.from,
          elements: [...takes],
        };
      }
    }
  },
};
