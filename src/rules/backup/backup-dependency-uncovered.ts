import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupDependencyUncovered: Rule = {
  id: 'backup-dependency-uncovered',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The hosts, stores and network devices that others stand on are in a backup too, or have nothing to save.',
  why: "All machines are saved; the settings of the firewall in front of them were in nobody's head but one.",
  source: 'M 6.96: also the systems on which the operation of the server depends',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {connectedTo: [firewall-1]}}
networkDevices:
  firewall-1: {type: firewall} # <--
backups: {nightly: {covers: [shop]}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {connectedTo: [firewall-1, hub]}}
networkDevices:
  firewall-1: {type: firewall}
  hub: {recovery: {stateless: true}}
backups: {nightly: {covers: [shop, firewall-1]}}
`,
  *check({ model, backupCoverage }) {
    // Where there is no backup at all, backup-solution-none says it once.
    if (model.of('backup').length === 0 && backupCoverage.worthSaving.length > 0) return;
    const without = new Map(backupCoverage.unsavedDependencies.map((d) => [d.node.id, d.neededBy]));
    const kinds = new Set(backupCoverage.unsavedDependencies.map((d) => d.node.kind));
    const all = model.nodes.filter((node) => kinds.has(node.kind) && !node.external);
    const lack = {
      one: '',
      many: 'are needed by others, and their settings are in no backup',
      hint: 'add it to covers of a backup (method: configuration), or say recovery: {stateless: true}',
    };
    for (const one of missing(all, lack, (node) => without.has(node.id))) {
      const by = without.get(one.element ?? '');
      yield by ? { ...one, message: `${one.element} is needed by ${by}, and its settings are in no backup` } : one;
    }
  },
};
