import type { Element, Node } from '../../model/model.ts';
import { missingWeighed } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const rtoMissing: Rule = {
  id: 'rto-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every process has an RTO; every service has one too, or who cannot do without it, or what provides it.',
  why: 'Without a time nobody can say whether the recovery is fast enough, and the loudest department comes first.',
  source:
    'BSI-Standard 200-4, ISO 22301 8.2.2: time frames for resuming activities; NIS2 Implementing Regulation 4.1.2 (f): recovery objectives',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: # <--
    uses: [mail]
    protection: {availability: {need: high, reason: Sales}}
services:
  mail: {role: mail, providers: [mx]} # <--
servers: {mx: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [mail]
    protection: {availability: {need: high, reason: Sales}}
    rto: 8h
services:
  mail: {role: mail, providers: [mx]}
servers: {mx: {}}
`,
  *check({ model, needs, timeObjectives: { rto } }) {
    // A process that states neither a need nor an RTO is what criticality-missing reports: one repair, one finding.
    const isRated = (node: Node): boolean =>
      node.kind !== 'process' ||
      (node as Element<'process'>).data.criticality !== undefined ||
      needs.of(node.index, 'availability').principle !== 'none';
    // A service is back when enough of its providers are.
    const isPromised = (node: Node): boolean => {
      if (rto.effective(node.index) !== undefined) return true;
      const { providers = [], atLeast = 1 } = node.data as { providers?: readonly string[]; atLeast?: number };
      return providers.filter((id) => rto.effective(model.node(id)?.index ?? -1) !== undefined).length >= atLeast;
    };
    const promised = model.nodes.filter((n) => (n.kind === 'process' || n.kind === 'service') && !n.external);
    const lack = {
      one: (node: Node) =>
        node.kind === 'process' ? 'has no RTO' : 'has no RTO, nor has who needs it or what provides it',
      many: 'have no RTO',
      hint: 'add rto: 8h to the process, or recovery: {rto: 8h} to the service: how soon must it be back?',
    };
    yield* missingWeighed(
      promised.filter(isRated),
      lack,
      (node) => !isPromised(node),
      (node) => needs.effective(node.index, 'availability') !== 'normal',
    );
  },
};
