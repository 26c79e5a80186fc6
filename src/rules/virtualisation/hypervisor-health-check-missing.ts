import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const hypervisorHealthCheckMissing: Rule = {
  id: 'hypervisor-health-check-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every hypervisor is checked for errors at a stated interval.',
  why: 'The second disk of a mirror fails months after the first, which nobody saw.',
  source: 'M 6.138: are the virtualisation servers regularly checked for errors?',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
virtualMachines: {web: {runsOn: hv-1}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {healthCheck: {every: 1w, last: 2026-11-20}}
virtualMachines: {web: {runsOn: hv-1}}
`,
  *check({ model }) {
    const lack = {
      one: 'says no interval at which it is checked for errors',
      many: 'say no interval at which they are checked for errors',
      hint: 'add healthCheck: {every: 1w, last: DATE}',
    };
    yield* missing(model.of('hypervisor'), lack, (hv) => {
      return (hv as Element<'hypervisor'>).data.healthCheck?.every === undefined;
    });
  },
};
