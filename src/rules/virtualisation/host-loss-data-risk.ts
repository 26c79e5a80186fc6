import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const hostLossDataRisk: Rule = {
  id: 'host-loss-data-risk',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'The plan shows which hosts take the data of several machines with them.',
  why: 'The more machines lie on the disks of one host, the likelier a serious loss of data.',
  source: 'M 6.138: the likelihood of serious data loss increases with the number of virtual IT systems',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
storage: {disks: {type: local, partOf: hv-1}}
virtualMachines: {a: {runsOn: hv-1, storedOn: disks}, b: {runsOn: hv-1, storedOn: disks}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {}
storage: {nas: {type: nas}}
virtualMachines: {a: {runsOn: hv-1, storedOn: nas}, b: {runsOn: hv-1, storedOn: nas}}
`,
  *check({ hostLoads }) {
    for (const { host, storedThere } of hostLoads) {
      if (storedThere.length < 2) continue;
      yield {
        message: `${host.id} holds the data of ${storedThere.length} machines on its own disks: ${listed(storedThere.map((vm) => vm.id))}`,
        hint: `see what would be lost: drplan impact --failed ${host.id}=destroyed`,
        location: keyOf(host as Element),
        element: host.id,
      };
    }
  },
};
