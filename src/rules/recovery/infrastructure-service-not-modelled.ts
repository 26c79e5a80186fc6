import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const wanted = {
  directory: 'directory (who may log in)',
  'name-resolution': 'name resolution',
  dhcp: 'DHCP (addresses)',
  time: 'time',
} as const;

export const infrastructureServiceNotModelled: Rule = {
  id: 'infrastructure-service-not-modelled',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Where machines are virtual, directory, name resolution, addresses and time are services of the plan.',
  why: 'They are what everything waits for after a blackout, and they run on what waits for them.',
  source: 'M 6.138: directory services and name resolution services must also be considered',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
virtualMachines: {dc: {runsOn: hv-1}}
services:
  logins: {role: directory, providers: [dc]}
  names: {role: name-resolution, providers: [dc]}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {}
virtualMachines: {dc: {runsOn: hv-1}}
services:
  logins: {role: directory, providers: [dc]}
  names: {role: name-resolution, providers: [dc]}
  addresses: {role: dhcp, providers: [dc]}
  clock: {role: time, providers: [dc]}
`,
  *check({ model }) {
    const [first] = [...model.of('hypervisor'), ...model.of('virtualMachine')];
    const roles = new Set<string | undefined>(model.of('service').map((s) => s.data.role));
    const lacking = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((role) => !roles.has(role));
    if (!first || lacking.length === 0) return;
    yield {
      message: `the plan does not say who provides ${lacking.map((role) => wanted[role]).join(', ')}`,
      hint: `add a service with role: ${lacking[0]} and its providers for each, or waive what you do without`,
      location: keyOf(first),
    };
  },
};
