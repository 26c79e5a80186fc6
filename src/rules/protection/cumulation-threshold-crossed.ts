import { levels } from '../../inventory/index.ts';
import type { Element, Node } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const cumulationThresholdCrossed: Rule = {
  id: 'cumulation-threshold-crossed',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Where the summed damage of an outage reaches a higher category, somebody has decided about it.',
  why: 'Each process alone is below the limit; the host that takes them all down costs as much as a process with a very high need.',
  source: 'M 6.138: the extent of consolidation increases the extent of damage; BSI-Standard 200-2 §8.2.2',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  a: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}
  b: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}
virtualMachines: {shop: {runsOn: hv-1}}
hypervisors:
  hv-1: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {protection: {thresholds: {damage: {high: 100000 EUR}}}}
processes:
  a: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}
  b: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}
virtualMachines: {shop: {runsOn: hv-1}}
hypervisors:
  hv-1: {}
`,
  *check({ model, needs }) {
    if (model.policy.protection?.cumulation === 'apply') return;
    for (const { at, damage, decided, byCount, from, to, bearers } of needs.cumulations('availability')) {
      // Of many processes cumulation-unassessed speaks already.
      if (decided || !damage || byCount) continue;
      const node = model.nodes[at] as Node;
      const processes = bearers().map((v) => (model.nodes[v] as Node).id);
      yield {
        message: `an hour without ${node.id} costs ${damage.amount} ${damage.currency} in ${listed(processes)}: that is ${levels[to]}, not ${levels[from]}`,
        label: 'the sum of many',
        hint: `decide it here: decision: {principle: cumulation, need: ${levels[to]}, …}, or principle: maximum to leave it`,
        location: keyOf(node as Element),
        element: node.id,
      };
    }
  },
};
