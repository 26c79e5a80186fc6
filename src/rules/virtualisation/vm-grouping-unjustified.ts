import { fieldOf, keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const isOn = (runsOn: unknown, id: string): boolean =>
  runsOn === id || (runsOn as { id?: string } | undefined)?.id === id;

export const vmGroupingUnjustified: Rule = {
  id: 'vm-grouping-unjustified',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'A farm says which machines run apart or together, and why.',
  why: 'Without a rule the farm moves redundant machines together on the first night with little load.',
  source: 'M 6.138: a sensible grouping of the virtual IT systems on the virtualisation servers',
  bad: `
drplan: 1
plan: {name: Office}
clusters:
  farm: # <--
    members: [hv-1, hv-2]
hypervisors: {hv-1: {}, hv-2: {}}
virtualMachines: {web: {runsOn: farm}, db: {runsOn: farm}}
`,
  good: `
drplan: 1
plan: {name: Office}
clusters:
  farm:
    members: [hv-1, hv-2]
    placement: [{apart: [web, db], reason: One host lost must not take both}]
hypervisors: {hv-1: {}, hv-2: {}}
virtualMachines: {web: {runsOn: farm}, db: {runsOn: farm}}
`,
  *check({ model }) {
    for (const cluster of model.of('cluster')) {
      const machines = model.of('virtualMachine').filter((vm) => isOn(vm.data.runsOn, cluster.id));
      const { placement } = cluster.data;
      if (!placement && machines.length > 1) {
        yield {
          message: `${cluster.id} carries ${machines.length} machines and says of none which run apart or together`,
          hint: 'add placement: [{apart: [a, b], reason: …}], or one entry together with its reason',
          location: keyOf(cluster),
          element: cluster.id,
        };
      }
      for (const [i, entry] of (placement ?? []).entries()) {
        if (entry.reason !== undefined) continue;
        yield {
          message: `a placement of ${cluster.id} has no reason`,
          hint: 'add reason: …',
          location: fieldOf(cluster, 'placement', i),
          element: cluster.id,
        };
      }
    }
  },
};
