import { ours, type Things, thing, those } from './thing.ts';

export const systems: Things = {
  words: 'systems of its own',
  of: ({ model }) => model.nodes.filter((n) => n.nature === 'system' && !n.external).map((n) => thing(n)),
};
export const demandingSystems: Things = {
  words: 'systems whose availability need is high or above',
  of: ({ model, needs }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && needs.effective(n.index, 'availability') !== 'normal')
      .map((n) => thing(n)),
};
export const processes = ours('processes', 'process');
export const ratedProcesses = those(
  'processes with a rated protection need',
  'process',
  ({ data }) => data.protection !== undefined,
);
export const services = ours('services', 'service');
export const data = ours('data', 'data');
export const applications = ours('processes, applications and data', 'process', 'application', 'data');
export const sites = ours('locations', 'location');
export const network = ours('network devices', 'networkDevice');
export const worthSaving: Things = {
  words: 'systems or data that lose something when they fail',
  of: ({ backupCoverage }) => backupCoverage.worthSaving.map((n) => thing(n)),
};
export const monitored: Things = {
  words: 'systems that are watched',
  of: ({ model, inherited }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && inherited.monitoring(n.id) !== undefined)
      .map((n) => thing(n)),
};
