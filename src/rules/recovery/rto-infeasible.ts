import { clockTime } from '../due.ts';
import { missedPromises } from '../missed-promises.ts';
import type { Rule } from '../rule.ts';

export const rtoInfeasible: Rule = {
  id: 'rto-infeasible',
  severity: 'error',
  profiles: ['grundschutz', 'dora'],
  summary:
    'Every promised time can be kept: of all elements in a cold start, of processes in every scenario, with the people there are.',
  why: 'A promise that the plan itself refutes is found out in the outage, by those who counted on it.',
  source: 'M 6.96: downtime reduced to a manageable size; the lower bound is proved, whatever else is left undone',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 1h} # <--
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 30m}}}
  db: {recovery: {restart: {takes: 45m}}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 2h}
servers:
  shop: {dependsOn: [db], recovery: {restart: {takes: 30m}}}
  db: {recovery: {restart: {takes: 45m}}}
`,
  *check(facts) {
    yield* missedPromises(
      facts,
      ['infeasible', 'unreachable'],
      ({ verdict, lowerBound }) =>
        verdict === 'unreachable'
          ? 'cannot be kept: it does not come back'
          : `cannot be kept: ${clockTime(lowerBound)} at the earliest`,
      ({ because }) =>
        because.length > 1
          ? `shorten a step on its way (${because.join(' ← ')}), or promise less`
          : 'shorten its steps or the way of its people, or promise less',
    );
  },
};
