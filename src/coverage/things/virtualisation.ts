import type { Facts } from '../../analysis/index.ts';
import { elementsOf, ours, serving, type Things, thing } from './thing.ts';

export const hosts = ours('virtualisation servers', 'hypervisor');
export const guests = ours('virtual machines', 'virtualMachine');
export const farms = ours('farms of virtualisation servers', 'cluster');
export const coldStarts: Things = {
  words: 'scenarios in which all virtualisation servers are down',
  of: ({ model, scenarioPreparedness }) =>
    model
      .of('scenario')
      .filter((s) => scenarioPreparedness.coldStarts.includes(s.id))
      .map((s) => thing(s)),
};
export const hostLosses: Things = {
  words: 'scenarios in which a virtualisation server is down',
  of: ({ model, scenarioImpacts }) => {
    const servers = model.of('hypervisor').map((h) => h.id);
    return scenarioImpacts.flatMap(({ scenario, isDown }) =>
      scenario && servers.some(isDown) ? [thing(scenario)] : [],
    );
  },
};
export const compromises: Things = {
  words: 'scenarios in which the virtualisation is compromised',
  of: ({ scenarioPreparedness }) => scenarioPreparedness.compromises.map((s) => thing(s)),
};
const hostsAndFarms = ({ model }: Facts): readonly string[] =>
  [...model.of('hypervisor'), ...model.of('cluster')].map((e) => e.id);
const servicesAndProviders =
  (...names: readonly string[]) =>
  ({ model }: Facts): readonly string[] =>
    model
      .of('service')
      .filter((s) => names.includes(s.data.role ?? ''))
      .flatMap((s) => [s.id, ...(s.data.providers ?? [])]);
const management = servicesAndProviders('virtualisation-management', 'connection-broker');
const licensing = servicesAndProviders('licensing');
export const failureProcedures = serving('procedures for a failure', 'failure', ({ model }) =>
  model.nodes.map((n) => n.id),
);
export const hostFailureProcedures = serving(
  'procedures for the failure of a virtualisation server',
  'failure',
  hostsAndFarms,
);
export const managementFailureProcedures = serving(
  'procedures for the failure of the management',
  'failure',
  management,
);
export const licensingFailureProcedures = serving(
  'procedures for the failure of the licence server',
  'failure',
  licensing,
);
export const hostsWithFarms = elementsOf('virtualisation servers', hostsAndFarms);
export const managementServers = elementsOf('servers that manage the virtualisation', management);
export const licenceServers = elementsOf('licence servers', licensing);
export const savedGuests: Things = {
  words: 'virtual machines that are backed up',
  of: ({ model, backupCoverage }) =>
    model
      .of('virtualMachine')
      .filter((vm) => backupCoverage.backupsOf(vm.id).length > 0)
      .map((vm) => thing(vm)),
};
export const savedImages: Things = {
  words: 'images that are backed up',
  of: ({ model, backupCoverage }) =>
    model
      .of('data')
      .filter((d) => d.data.class === 'image' && backupCoverage.backupsOf(d.id).length > 0)
      .map((d) => thing(d)),
};
