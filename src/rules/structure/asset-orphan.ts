import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
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
    const lack = {
      one: 'is needed by nothing and needs nothing',
      many: 'are needed by nothing and need nothing',
      label: 'no relation to anything',
      hint: 'say what uses it (uses, dependsOn, providers) or what it runs on, or remove it from the plan',
    };
    const systems = model.nodes.filter((node) => node.nature === 'system');
    yield* missing<Element>(systems, lack, ({ id }) => !related.has(id));
  },
};
