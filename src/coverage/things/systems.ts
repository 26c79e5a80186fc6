import { said } from '../said.ts';
import { ours, type Things, thing, those } from './thing.ts';

export const systems: Things = {
  words: said('systems of its own', 'eigene Systeme'),
  of: ({ model }) => model.nodes.filter((n) => n.nature === 'system' && !n.external).map((n) => thing(n)),
};
export const demandingSystems: Things = {
  words: said(
    'systems whose availability need is high or above',
    'Systeme mit hohem oder sehr hohem Bedarf an Verfügbarkeit',
  ),
  of: ({ model, needs }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && needs.effective(n.index, 'availability') !== 'normal')
      .map((n) => thing(n)),
};
export const processes = ours(said('processes', 'Prozesse'), 'process');
export const ratedProcesses = those(
  said('processes with a rated protection need', 'Prozesse mit bewertetem Schutzbedarf'),
  'process',
  ({ data }) => data.protection !== undefined,
);
export const services = ours(said('services', 'Dienste'), 'service');
export const data = ours(said('data', 'Daten'), 'data');
export const applications = ours(
  said('processes, applications and data', 'Prozesse, Anwendungen und Daten'),
  'process',
  'application',
  'data',
);
export const sites = ours(said('locations', 'Standorte'), 'location');
export const network = ours(said('network devices', 'Netzkomponenten'), 'networkDevice');
export const worthSaving: Things = {
  words: said(
    'systems or data that lose something when they fail',
    'Systeme oder Daten, die bei einem Ausfall etwas verlieren',
  ),
  of: ({ backupCoverage }) => backupCoverage.worthSaving.map((n) => thing(n)),
};
export const monitored: Things = {
  words: said('systems that are watched', 'überwachte Systeme'),
  of: ({ model, inherited }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && inherited.monitoring(n.id) !== undefined)
      .map((n) => thing(n)),
};
