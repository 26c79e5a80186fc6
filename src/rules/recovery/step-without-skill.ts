import type { Element, Model, Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';
import { type PlacedStep, stepsOf } from '../steps.ts';

const nobodys = (procedure: Element<'procedure'>): readonly PlacedStep[] =>
  stepsOf(procedure).filter(({ step }) => step.by === undefined && step.skill === undefined);

/** Procedures that a measure of a scenario gives to somebody. */
const assignedIn = (model: Model): ReadonlySet<string> => {
  const measures = model
    .of('scenario')
    .flatMap((s) => [...(s.data.immediateMeasures ?? []), ...(s.data.actions ?? [])]);
  return new Set(measures.flatMap((m) => (typeof m === 'string' || !m.by || !m.procedure ? [] : [m.procedure])));
};

export const stepWithoutSkill: Rule = {
  id: 'step-without-skill',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Of every action of the recovery, and of every step that belongs to none, it is said who can do it.',
  why: 'A step that needs nobody costs nobody time: the plan is met on paper, and in the night five people do the work of nine.',
  source: 'M 6.138: trained personnel are available in an emergency',
  bad: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 10m}, rebuild: {takes: 4h, staff: {admin: 1}}}} # <--
  db: {administrators: [admin], recovery: {restart: {takes: 10m}}}
procedures:
  stolen: {title: A disk was stolen, steps: [{do: Change all passwords}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 10m, staff: {admin: 1}}, rebuild: {takes: 4h, staff: {admin: 1}}}}
  db: {administrators: [admin], recovery: {restart: {takes: 10m}}}
procedures:
  stolen: {title: A disk was stolen, steps: [{do: Change all passwords, by: admin}]}
`,
  *check({ model, inherited, plannedActions, procedureUses }) {
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
    const counted = new Set([...plannedActions.flatMap((a) => a.procedures), ...assignedIn(model)]);
    const isLookedAfter = (id: string): boolean => (inherited.administrators(id) ?? []).length > 0;
    const others = model.of('procedure').filter((p) => {
      const served = procedureUses.of(p.id).map((use) => use.element);
      const known = served.length > 0 ? served.every(isLookedAfter) : (model.plan?.administrators ?? []).length > 0;
      return !known && !counted.has(p.id);
    });
    const unclaimed = {
      one: (p: Element<'procedure'>) => `does not say who can do ${listed(nobodys(p).map((s) => s.name))}`,
      many: 'have steps of which nobody says who can do them',
      hint: 'add by: ROLE or skill: WHAT ONE MUST KNOW to the step',
      at: (p: Element<'procedure'>) => fieldOf(p, ...(nobodys(p)[0]?.path ?? [])),
    };
    yield* missing(others, unclaimed, (p) => nobodys(p).length > 0);
  },
};
