import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const startupSequenceMissing: Rule = {
  id: 'startup-sequence-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan determines the place of every system in the start order.',
  why: 'Forty machines start in the order of their names, and the one with the orders comes last, waiting for nothing.',
  source:
    'M 6.96, M 6.138: a recovery plan which ensures the controlled start; NIS2 Implementing Regulation 4.1.2 (e): order of recovery',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors: {hv-1: {}}
virtualMachines:
  wiki: {runsOn: hv-1} # <--
  shop: {runsOn: hv-1, dependsOn: [db]}
  db: {runsOn: hv-1}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors: {hv-1: {}}
virtualMachines:
  wiki: {runsOn: hv-1, recovery: {rto: 3d}}
  shop: {runsOn: hv-1, dependsOn: [db]}
  db: {runsOn: hv-1}
`,
  *check({ model, withoutStartPosition }) {
    const lack = {
      one: 'has no place in the start order: it needs only what it stands on, nothing needs it, and it has neither RTO nor need',
      many: 'have no place in the start order: they need only what they stand on, nothing needs them, and they have neither RTO nor need',
      hint: 'say what needs it (uses, providers, dependsOn) or what it needs; where it stands for itself, add recovery: {rto: 3d}',
    };
    const unplaced = new Set(withoutStartPosition);
    // Among all of their kind: whether it is most of them decides how it is told.
    const kinds = new Set(withoutStartPosition.map((n) => n.kind));
    const systems = model.nodes.filter((n) => n.nature === 'system' && !n.external && kinds.has(n.kind));
    yield* missing(systems, lack, (node) => unplaced.has(node));
  },
};
