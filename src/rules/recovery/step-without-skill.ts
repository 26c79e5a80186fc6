import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const stepWithoutSkill: Rule = {
  id: 'step-without-skill',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Of every action of the recovery it is said who can do it.',
  why: 'A step that needs nobody costs nobody time: the plan is met on paper, and in the night five people do the work of nine.',
  source: 'M 6.138: trained personnel are available in an emergency',
  bad: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 10m}, rebuild: {takes: 4h, staff: {admin: 1}}}} # <--
  db: {administrators: [admin], recovery: {restart: {takes: 10m}}}
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 10m, staff: {admin: 1}}, rebuild: {takes: 4h, staff: {admin: 1}}}}
  db: {administrators: [admin], recovery: {restart: {takes: 10m}}}
`,
  *check({ plannedActions }) {
    const lacking = new Map<Node, string[]>();
    for (const { node, action, isStaffed } of plannedActions) {
      const known = lacking.get(node) ?? [];
      lacking.set(node, isStaffed ? known : [...known, action]);
    }
    const lack = {
      one: (node: Node) => `does not say who can do its ${lacking.get(node)?.join(', ')}`,
      many: 'do not say who can bring them back',
      hint: 'add staff: {ROLE: 1} to the action, "by" or "skill" to the steps of its procedure, or administrators to the element, its host or the plan',
    };
    yield* missing([...lacking.keys()], lack, (node) => (lacking.get(node) ?? []).length > 0);
  },
};
