import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const wanted = {
  partial: 'one host or one machine',
  whole: 'all hosts and what manages them',
} as const;

export const compromiseScenarioMissing: Rule = {
  id: 'compromise-scenario-missing',
  severity: 'error',
  profiles: ['grundschutz', 'dora'],
  summary: 'Scenarios compromise the virtualisation in part and as a whole.',
  why: 'Whoever holds a host holds its machines and their backups of the last weeks: a restart brings the intruder back.',
  source: 'M 6.138: scenarios in which the virtualisation systems have been compromised in whole or in part',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
virtualMachines: {web: {runsOn: hv-1}}
scenarios:
  web-hacked: {affects: [{id: web, effect: compromised}], extent: partial, since: 7d, actions: [Isolate it]}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {}
virtualMachines: {web: {runsOn: hv-1}}
scenarios:
  web-hacked: {affects: [{id: web, effect: compromised}], extent: partial, since: 7d, actions: [Isolate it]}
  all-hacked: {affects: [{id: hv-1, effect: compromised}], extent: whole, since: 30d, actions: [Isolate everything]}
`,
  *check({ model, scenarioPreparedness: { compromises } }) {
    const [first] = [...model.of('hypervisor'), ...model.of('virtualMachine')];
    if (!first) return;
    const lacking = (['partial', 'whole'] as const).filter((e) => !compromises.some((s) => s.data.extent === e));
    const silent = compromises.filter((s) => s.data.extent === undefined).map((s) => s.id);
    for (const extent of lacking) {
      const scenario = `affects: [{id: ID, effect: compromised}], extent: ${extent}, since: 7d`;
      yield {
        message: `no scenario compromises the virtualisation ${extent === 'whole' ? 'as a whole' : 'in part'} (${wanted[extent]})`,
        hint:
          silent.length > 0
            ? `${silent[0]} compromises something: add extent: ${extent} to it, or a scenario with ${scenario}`
            : `add a scenario with ${scenario}`,
        location: keyOf(first),
      };
    }
  },
};
