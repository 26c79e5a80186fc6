import type { PlannedAction } from '../../analysis/index.ts';
import type { Element, Node } from '../../model/model.ts';
import { inTime } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';
import { type PlacedStep, stepsOf } from '../steps.ts';

const untimed = (procedure: Element<'procedure'>): readonly PlacedStep[] =>
  stepsOf(procedure).filter(({ step }) => step.takes === undefined);

export const stepWithoutDuration: Rule = {
  id: 'step-without-duration',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'Every action of the recovery says how long it takes, or the policy does for its kind; procedures of no action say it of each step.',
  why: 'The order counts with an assumed time; whether the RTO can be met is then a guess.',
  source: 'M 6.96, M 6.138: a recovery plan which ensures the controlled start; DORA Art. 12 (6): recovery time',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db], recovery: {restart: {procedure: start-server}}} # <--
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures:
  start-server: {title: Start a server, action: restart}
  stolen: {title: A disk was stolen, action: theft, steps: [{do: Change all passwords}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {defaults: {server: {restart: 15m}}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {procedure: start-server}}}
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures:
  start-server: {title: Start a server, action: restart}
  stolen: {title: A disk was stolen, action: theft, steps: [{do: Change all passwords, takes: 2h}]}
`,
  *check({ model, plannedActions }) {
    const byAction = new Map<string, Map<Node, PlannedAction>>();
    for (const planned of plannedActions) {
      const known = byAction.get(planned.action) ?? new Map<Node, PlannedAction>();
      byAction.set(planned.action, known.set(planned.node, planned));
    }
    for (const [action, planned] of byAction) {
      const of = (node: Node): PlannedAction => planned.get(node) as PlannedAction;
      const steps = (node: Node): string => {
        const { stepsTake, procedures } = of(node);
        return stepsTake === undefined ? '' : `; the steps of ${procedures[0]} add up to ${inTime(stepsTake)}`;
      };
      const field = action === 'failover' ? 'failover: {takes: 10m}' : `recovery: {${action}: {takes: 10m}}`;
      const lack = {
        one: (node: Node) => `does not say how long its ${action} takes${steps(node)}`,
        many: `do not say how long their ${action} takes`,
        hint: `add ${field}, or policy: {defaults: {KIND: {${action}: 10m}}} for all of a kind`,
        at: (node: Node) => fieldOf(node, ...(action === 'failover' ? ['failover'] : ['recovery', action])),
      };
      yield* missing([...planned.keys()], lack, (node) => of(node).takes === undefined);
    }
    // No action gives these a time: nobody knows how long they take but from their steps.
    const counted = new Set(plannedActions.flatMap((a) => a.procedures));
    const lack = {
      one: (p: Element<'procedure'>) => `does not say how long ${listed(untimed(p).map((s) => s.name))} takes`,
      many: 'have steps without a time',
      hint: 'add takes: 5m to the step, or name the procedure in an action that has a time',
      at: (p: Element<'procedure'>) => fieldOf(p, ...(untimed(p)[0]?.path ?? [])),
    };
    const others = model.of('procedure').filter((p) => !counted.has(p.id));
    yield* missing(others, lack, (p) => untimed(p).length > 0);
  },
};
