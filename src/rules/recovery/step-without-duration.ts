import type { PlannedAction } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { inTime } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const stepWithoutDuration: Rule = {
  id: 'step-without-duration',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every action of the recovery says how long it takes, or the policy does for its kind.',
  why: 'The order counts with an assumed time; whether the RTO can be met is then a guess.',
  source: 'M 6.96, M 6.138: a recovery plan which ensures the controlled start; DORA Art. 12 (6): recovery time',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db], recovery: {restart: {procedure: start-server}}} # <--
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures: {start-server: {title: Start a server, action: restart}}
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {defaults: {server: {restart: 15m}}}
servers:
  shop: {dependsOn: [db], recovery: {restart: {procedure: start-server}}}
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures: {start-server: {title: Start a server, action: restart}}
`,
  *check({ plannedActions }) {
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
  },
};
