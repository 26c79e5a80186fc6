import type { Rule } from '../rule.ts';

export const assetOrphan: Rule = {
  id: 'asset-orphan',
  severity: 'warning',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Every system is needed by something or needs something.',
  why: 'A system without any relation is restarted whenever the order happens to come to it, or it is long gone.',
  source:
    'M 6.96: the server is an integral part of workflows; ISO 27002 backup workflow, task 1: outdated inventory lists',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [database]}
  database: {}
  forgotten: {os: linux} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [database]}
  database: {}
`,
  *check({ model }) {
    const related = new Set(model.requirements.flatMap((r) => [r.from, ...r.of]));
    for (const { manager, managed } of model.managements) related.add(manager).add(managed);
    for (const node of model.nodes) {
      if (node.nature !== 'system' || related.has(node.id)) continue;
      yield {
        message: `nothing needs ${node.id} and it needs nothing`,
        label: 'no relation to anything',
        hint: 'say what uses it (uses, dependsOn, providers) or what it runs on, or remove it from the plan',
        location: { ...node.at, onKey: true },
        element: node.id,
      };
    }
  },
};
