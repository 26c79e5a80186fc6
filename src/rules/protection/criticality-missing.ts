import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const criticalityMissing: Rule = {
  id: 'criticality-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every process says how critical it is: its availability need or its RTO.',
  why: 'Without either, the process comes last in the recovery, whatever it is.',
  source:
    'M 6.96: the failure of a server can have serious consequences; ISO 27002 backup workflow, task 1: identify critical systems',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop]} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 4h}
servers: {shop: {}}
`,
  *check({ model }) {
    const lack = {
      one: 'has neither an availability need nor an RTO',
      many: 'have neither an availability need nor an RTO',
      hint: 'add rto: 4h, or protection: {availability: {need: high, reason: …}}',
    };
    yield* missing(model.of('process'), lack, (element) => {
      const { protection, rto, criticality, recovery } = (element as Element<'process'>).data;
      return (protection?.availability?.need ?? criticality ?? rto ?? recovery?.rto) === undefined;
    });
  },
};
