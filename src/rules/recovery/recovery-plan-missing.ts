import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

const bringingBack = ['restart', 'restore', 'rebuild', 'replace', 'failover'];

export const recoveryPlanMissing: Rule = {
  id: 'recovery-plan-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'For every system a procedure says how it is brought back.',
  why: 'The order says that it is its turn; how it is started knows one colleague, who is on a plane.',
  source:
    'M 6.96, M 6.138: a recovery plan for the controlled restart; NIS2 Implementing Regulation 4.1.2 (f): recovery plans for specific operations',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db]} # <--
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures: {start-server: {title: Start a server, action: restart}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  shop: {dependsOn: [db]}
  db: {recovery: {restart: {takes: 10m, procedure: start-server}}}
procedures: {start-server: {title: Start a server, action: restart, about: [shop]}}
`,
  *check({ model, procedureUses }) {
    const lack = {
      one: 'has no procedure that says how it is brought back',
      many: 'have no procedure that says how they are brought back',
      hint: 'add recovery: {restart: {takes: 10m, procedure: ID}}, or name them in "about" of a procedure; one procedure may serve many',
    };
    // What was written and could not be read is a finding of its own: it is not missing.
    const isReadable = (node: Node): boolean => !node.dropped.some(([field]) => field === 'recovery');
    const systems = model.nodes.filter((n) => n.nature === 'system' && !n.external && isReadable(n));
    yield* missing(systems, lack, (n) => bringingBack.every((a) => procedureUses.serving(n.id, a).length === 0));
  },
};
