import type { Element, Node } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const mixedProtectionOnHost: Rule = {
  id: 'mixed-protection-on-host',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'No host carries machines of very high confidentiality or integrity beside machines of normal need.',
  why: 'The weakest machine on a host is the way in to all others on it.',
  source: 'IT-Grundschutz SYS.1.5.A15: separation of virtual systems with different protection needs',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  pay: {uses: [wages], protection: {confidentiality: {need: very-high, reason: Wages}}}
virtualMachines:
  wages: {runsOn: hv-1}
  menu: {runsOn: hv-1}
hypervisors:
  hv-1: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  pay: {uses: [wages], protection: {confidentiality: {need: very-high, reason: Wages}}}
virtualMachines:
  wages: {runsOn: hv-1}
  menu: {runsOn: hv-2}
hypervisors:
  hv-1: {}
  hv-2: {}
`,
  *check({ model, hostLoads, needs }) {
    for (const { host, machines } of hostLoads) {
      for (const objective of ['confidentiality', 'integrity'] as const) {
        const at = (level: string): string[] =>
          machines
            .filter((vm) => needs.effective((model.node(vm.id) as Node).index, objective) === level)
            .map((vm) => vm.id);
        const [highest, lowest] = [at('very-high'), at('normal')];
        if (highest.length === 0 || lowest.length === 0) continue;
        yield {
          message: `${host.id} carries ${listed(highest, 3)} (very-high ${objective}) beside ${listed(lowest, 3)} (normal)`,
          hint: 'place them on different hosts, or record how they are separated',
          location: keyOf(host as Element),
          element: host.id,
        };
      }
    }
  },
};
