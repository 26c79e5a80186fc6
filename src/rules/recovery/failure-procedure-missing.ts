import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** The services that M 6.138 names besides the hosts, in words. */
const servers: Readonly<Record<string, string>> = {
  'virtualisation-management': 'the management of the virtualisation',
  'connection-broker': 'the connection broker',
  licensing: 'the licence server',
};

export const failureProcedureMissing: Rule = {
  id: 'failure-procedure-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'For hosts, management, connection broker and licence server a procedure says what is done when they fail.',
  why: 'The first ten minutes decide whether one host is lost or the machines on it as well.',
  source:
    'M 6.96: what is done in the event of a failure; M 6.138: failure procedures for virtualisation, management and licensing servers',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {} # <--
services: {management: {role: virtualisation-management, providers: [vcenter]}}
virtualMachines:
  vcenter: {runsOn: hv-1} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {recovery: {onFailure: {procedure: host-failed}}}
services: {management: {role: virtualisation-management, providers: [vcenter]}}
virtualMachines:
  vcenter: {runsOn: hv-1}
procedures:
  host-failed: {title: A host does not answer, action: failure}
  management-failed: {title: The management does not answer, action: failure, about: [management]}
`,
  *check({ model, procedureUses }) {
    const has = (id: string): boolean => procedureUses.serving(id, 'failure').length > 0;
    const farms = model.of('cluster').filter((c) => has(c.id));
    const served = new Set(farms.flatMap((c) => c.data.members ?? []));
    const hint =
      'add recovery: {onFailure: {procedure: ID}}, or a procedure with action: failure that names it in "about"';
    const lack = {
      one: 'has no procedure for its failure',
      many: 'have no procedure for their failure',
      hint: `${hint}; one for the cluster is enough`,
    };
    const hosts = model.of('hypervisor').filter((h) => !model.node(h.id)?.external);
    yield* missing(hosts, lack, (host) => !has(host.id) && !served.has(host.id));
    const roles = new Map<Element, string[]>();
    for (const { id, data } of model.of('service')) {
      const what = servers[data.role ?? ''];
      if (!what || has(id)) continue;
      for (const provider of data.providers ?? []) {
        const element = model.elements.get(provider);
        // Providers that are hosts were judged above.
        if (!element || has(provider) || element.kind === 'hypervisor') continue;
        roles.set(element, [...(roles.get(element) ?? []), what]);
      }
    }
    for (const [element, what] of roles) {
      yield {
        message: `${element.id} has no procedure for its failure; it is ${listed(what)}`,
        hint,
        location: { ...element.at, onKey: true },
        element: element.id,
      };
    }
  },
};
