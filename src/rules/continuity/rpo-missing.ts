import type { Node } from '../../model/model.ts';
import { missingWeighed } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const rpoMissing: Rule = {
  id: 'rpo-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every process and all data have an RPO, data their own or that of a process which works with them.',
  why: 'How often data is saved follows from how much of it may be lost; unsaid, it follows from the default of a tool.',
  source: 'M 6.96, M 6.138: a failure can also lead to data loss; NIS2 Implementing Regulation 4.1.2 (f)',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {data: [ledger], rto: 8h, rpo: 1h}
  payroll: {data: [wages], rto: 1d} # <--
data:
  ledger: {}
  wages: {}
  archive: {protection: {integrity: {need: high, reason: Evidence in court}}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {data: [ledger], rto: 8h, rpo: 1h}
  payroll: {data: [wages], rto: 1d, rpo: 24h}
data:
  ledger: {}
  wages: {}
  archive: {protection: {integrity: {need: high, reason: Evidence in court}}, recovery: {rpo: 7d}}
`,
  *check({ model, needs, timeObjectives: { rpo } }) {
    const lacks = (node: Node): boolean => rpo.effective(node.index) === undefined;
    const processes = model.nodes.filter((n) => n.kind === 'process');
    const silent = new Set(processes.filter(lacks).map((n) => n.id));
    // Data of a process that says nothing get theirs as soon as it does.
    const explained = new Set(
      model.requirements.filter((r) => r.relation === 'data' && silent.has(r.from)).flatMap((r) => r.of),
    );
    const data = model.nodes.filter((n) => n.kind === 'data' && !n.external && !explained.has(n.id));
    const lack = {
      one: (node: Node) =>
        node.kind === 'process'
          ? 'does not say how much of its work may be lost'
          : 'is data of which nobody says how much may be lost',
      many: 'do not say how much may be lost',
      hint: 'add rpo: 24h to the process, or recovery: {rpo: 24h} to the data',
    };
    yield* missingWeighed(
      [...processes, ...data],
      lack,
      lacks,
      ({ index }) =>
        needs.effective(index, 'availability') !== 'normal' || needs.effective(index, 'integrity') !== 'normal',
    );
  },
};
