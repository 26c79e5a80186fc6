import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

interface Written {
  readonly partOf?: unknown;
  readonly recovery?: { readonly stateless?: boolean };
}

export const shutdownProcedureMissing: Rule = {
  id: 'shutdown-procedure-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'For every host, every store and every server that keeps something a procedure says how it is shut down.',
  why: 'The UPS gives twenty minutes. Fifteen of them go by before anybody dares to press a button.',
  source: 'M 6.96, M 6.138: the controlled restart begins with a controlled shutdown',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {storedOn: [san]} # <--
storage:
  san: {recovery: {shutdown: {takes: 5m, procedure: stop-storage}}}
virtualMachines: {shop: {runsOn: hv-1}}
procedures: {stop-storage: {title: Shut the storage down, action: shutdown}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {storedOn: [san]}
storage:
  san: {recovery: {shutdown: {takes: 5m, procedure: stop-storage}}}
virtualMachines: {shop: {runsOn: hv-1}}
procedures:
  stop-storage: {title: Shut the storage down, action: shutdown}
  stop-hosts: {title: Shut the hosts down with their machines, action: shutdown, about: [hv-1]}
`,
  *check({ model, procedureUses }) {
    const has = (id: string): boolean => procedureUses.serving(id, 'shutdown').length > 0;
    const farms = model.of('cluster').filter((c) => has(c.id));
    const served = new Set(farms.flatMap((c) => c.data.members ?? []));
    // Machines go down with their host, built-in disks with what they are built into.
    const goesDown = ({ kind, data, external }: Node): boolean => {
      const { partOf, recovery } = data as Written;
      if (external || partOf !== undefined) return false;
      return kind === 'hypervisor' || kind === 'storage' || (kind === 'server' && recovery?.stateless !== true);
    };
    const lack = {
      one: 'has no procedure that says how it is shut down in good order',
      many: 'have no procedure that says how they are shut down in good order',
      hint: 'add recovery: {shutdown: {takes: 5m, procedure: ID}}, or name them in "about" of a procedure with action: shutdown',
    };
    yield* missing(model.nodes.filter(goesDown), lack, (node) => !has(node.id) && !served.has(node.id));
  },
};
