import type { Facts } from '../../analysis/index.ts';
import { said } from '../said.ts';
import { elementsOf, ours, serving, type Things, thing } from './thing.ts';

export const hosts = ours(said('virtualisation servers', 'Virtualisierungsserver'), 'hypervisor');
export const guests = ours(said('virtual machines', 'virtuelle Maschinen'), 'virtualMachine');
export const farms = ours(said('farms of virtualisation servers', 'Verbünde von Virtualisierungsservern'), 'cluster');
export const coldStarts: Things = {
  words: said(
    'scenarios in which all virtualisation servers are down',
    'Szenarien, in denen alle Virtualisierungsserver stehen',
  ),
  of: ({ model, scenarioPreparedness }) =>
    model
      .of('scenario')
      .filter((s) => scenarioPreparedness.coldStarts.includes(s.id))
      .map((s) => thing(s)),
};
export const hostLosses: Things = {
  words: said(
    'scenarios in which a virtualisation server is down',
    'Szenarien, in denen ein Virtualisierungsserver steht',
  ),
  of: ({ model, scenarioImpacts }) => {
    const servers = model.of('hypervisor').map((h) => h.id);
    return scenarioImpacts.flatMap(({ scenario, isDown }) =>
      scenario && servers.some(isDown) ? [thing(scenario)] : [],
    );
  },
};
export const compromises: Things = {
  words: said(
    'scenarios in which the virtualisation is compromised',
    'Szenarien, in denen die Virtualisierung kompromittiert ist',
  ),
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
export const failureProcedures = serving(
  said('procedures for a failure', 'Anleitungen für einen Ausfall'),
  'failure',
  ({ model }) => model.nodes.map((n) => n.id),
);
export const hostFailureProcedures = serving(
  said(
    'procedures for the failure of a virtualisation server',
    'Anleitungen für den Ausfall eines Virtualisierungsservers',
  ),
  'failure',
  hostsAndFarms,
);
export const managementFailureProcedures = serving(
  said('procedures for the failure of the management', 'Anleitungen für den Ausfall der Verwaltung'),
  'failure',
  management,
);
export const licensingFailureProcedures = serving(
  said('procedures for the failure of the licence server', 'Anleitungen für den Ausfall des Lizenzservers'),
  'failure',
  licensing,
);
export const hostsWithFarms = elementsOf(said('virtualisation servers', 'Virtualisierungsserver'), hostsAndFarms);
export const managementServers = elementsOf(
  said('servers that manage the virtualisation', 'Server, die die Virtualisierung verwalten'),
  management,
);
export const licenceServers = elementsOf(said('licence servers', 'Lizenzserver'), licensing);
export const savedGuests: Things = {
  words: said('virtual machines that are backed up', 'gesicherte virtuelle Maschinen'),
  of: ({ model, backupCoverage }) =>
    model
      .of('virtualMachine')
      .filter((vm) => backupCoverage.backupsOf(vm.id).length > 0)
      .map((vm) => thing(vm)),
};
export const savedImages: Things = {
  words: said('images that are backed up', 'gesicherte Abbilder'),
  of: ({ model, backupCoverage }) =>
    model
      .of('data')
      .filter((d) => d.data.class === 'image' && backupCoverage.backupsOf(d.id).length > 0)
      .map((d) => thing(d)),
};
