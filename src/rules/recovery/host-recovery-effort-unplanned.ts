import type { Element } from '../../model/model.ts';
import { inTime } from '../due.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const hostRecoveryEffortUnplanned: Rule = {
  id: 'host-recovery-effort-unplanned',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'What the loss of a host with many virtual machines asks of people and backups is planned and possible.',
  why: 'One restore was practised and took an hour. Now it is thirty, through one cable.',
  source: 'M 6.138: more extensive recovery effort may have to be planned',
  bad: `
drplan: 1
plan: {name: Office}
policy: {virtualisation: {machinesPerHost: 2}}
hypervisors:
  hv-1: {} # <--
virtualMachines:
  shop: {runsOn: hv-1}
  wiki: {runsOn: hv-1}
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {virtualisation: {machinesPerHost: 2}}
hypervisors:
  hv-1: {}
virtualMachines:
  shop: {runsOn: hv-1}
  wiki: {runsOn: hv-1}
scenarios:
  host-lost: {affects: [{id: hv-1, effect: destroyed}], actions: [Restore shop first, then wiki]}
`,
  *check({ model, hostRecoveryEfforts }) {
    const many = model.policy.virtualisation?.machinesPerHost ?? 20;
    const unplanned = hostRecoveryEfforts.filter((h) => h.machines >= many && !h.isPlanned);
    const [first] = unplanned;
    if (first) {
      const ids = unplanned.map((h) => h.host.id);
      const most = Math.max(...unplanned.map((h) => h.machines));
      yield {
        message:
          ids.length === 1
            ? `${ids[0]} carries ${most} virtual machines, and no scenario destroys it`
            : `${listed(ids)} carry up to ${most} virtual machines, and no scenario destroys one of them`,
        hint: 'add a scenario with affects: [{id: HOST, effect: destroyed}]; its recovery order shows the effort',
        location: keyOf(first.host as Element),
        ...(ids.length === 1 ? { element: first.host.id } : { elements: ids }),
      };
    }
    for (const { host, overload } of hostRecoveryEfforts) {
      if (!overload) continue;
      const { target, machines, limit, earliest, parallel } = overload;
      const places = parallel === 1 ? 'one at a time' : `${parallel} at a time`;
      yield {
        message: `when ${host.id} is lost, ${listed(machines)} must be back within ${inTime(limit)}; restored ${places} from ${target} they are back after ${inTime(earliest)} at the earliest`,
        hint: 'allow more restores at a time, spread the machines, keep them on storage outside the host, or lengthen their RTOs',
        location: keyOf(host as Element),
        element: host.id,
        elements: [host.id, ...machines],
      };
    }
  },
};
