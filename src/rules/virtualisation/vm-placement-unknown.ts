import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const vmPlacementUnknown: Rule = {
  id: 'vm-placement-unknown',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every virtual machine says on which host or farm it runs.',
  why: 'When a host fails, nobody knows what fell with it.',
  source: 'M 6.138: not only the virtualisation component itself but also all virtualised IT systems are affected',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {dependsOn: [db]} # <--
  db: {runsOn: hv-1}
hypervisors: {hv-1: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {runsOn: hv-1, dependsOn: [db]}
  db: {runsOn: hv-1}
hypervisors: {hv-1: {}}
`,
  *check({ model }) {
    const lack = { one: 'says no host', many: 'say no host', hint: 'add runsOn: the hypervisor or cluster' };
    const machines = model.of('virtualMachine').filter((vm) => vm.data.external !== true);
    yield* missing(machines, lack, (vm) => {
      const { runsOn, placedOn } = (vm as Element<'virtualMachine'>).data;
      return runsOn === undefined && placedOn === undefined;
    });
  },
};
