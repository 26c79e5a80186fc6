import type { Element } from '../../model/model.ts';
import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const consolidationRatioHigh: Rule = {
  id: 'consolidation-ratio-high',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'No host carries more machines than the policy allows (default: 20).',
  why: 'The more machines one host carries, the larger the damage and the longer the recovery when it fails.',
  source: 'M 6.138: the extent of consolidation increases the extent of the damage',
  bad: `
drplan: 1
plan: {name: Office}
policy: {virtualisation: {machinesPerHost: 2}}
hypervisors:
  hv-1: {} # <--
virtualMachines: {a: {runsOn: hv-1}, b: {runsOn: hv-1}, c: {runsOn: hv-1}}
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {virtualisation: {machinesPerHost: 3}}
hypervisors:
  hv-1: {}
virtualMachines: {a: {runsOn: hv-1}, b: {runsOn: hv-1}, c: {runsOn: hv-1}}
`,
  *check({ model, hostLoads, needs }) {
    const most = model.policy.virtualisation?.machinesPerHost ?? 20;
    for (const { host, machines } of hostLoads) {
      const members = (host.data as { members?: readonly string[] }).members?.length ?? 1;
      if (machines.length <= most * members) continue;
      yield {
        severity: needs.effective(host.index, 'availability') === 'normal' ? 'info' : 'warning',
        message: `${host.id} carries ${machines.length} machines; the policy allows ${most * members}`,
        hint: 'spread them, or set policy.virtualisation.machinesPerHost to what was decided',
        location: keyOf(host as Element),
        element: host.id,
      };
    }
  },
};
