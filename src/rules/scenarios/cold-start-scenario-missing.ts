import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const coldStartScenarioMissing: Rule = {
  id: 'cold-start-scenario-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Where machines are virtual, a scenario takes down all hosts at once.',
  why: 'After a power cut nothing is there that could start the rest; who has not planned that order finds it by trying.',
  source: 'M 6.138: restarting a heavily virtualised data centre has to be planned in detail',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
  hv-2: {}
virtualMachines: {web: {runsOn: hv-1}}
scenarios:
  one-host: {affects: [hv-1], actions: [Start it again]}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {poweredBy: [grid]}
  hv-2: {poweredBy: [grid]}
virtualMachines: {web: {runsOn: hv-1}}
facilities: {grid: {type: power-feed}}
scenarios:
  blackout: {affects: [grid], actions: [Work off the recovery order]}
`,
  *check({ model, scenarioPreparedness }) {
    const hosts = model.of('hypervisor').filter((h) => !model.node(h.id)?.external);
    const [first] = hosts;
    if (!first || scenarioPreparedness.coldStarts.length > 0) return;
    yield {
      message:
        hosts.length === 1
          ? `no scenario takes down ${first.id}, the only host`
          : `no scenario takes down all ${hosts.length} hosts at once`,
      hint: 'add a scenario with affects: [{select: {}, effect: outage}], and order it: drplan recovery-order --scenario ID',
      location: keyOf(first),
      elements: hosts.map((h) => h.id),
    };
  },
};
