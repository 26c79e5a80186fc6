import type { Element, Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

const watched = new Set(['server', 'hypervisor', 'virtualMachine', 'storage', 'networkDevice', 'voipDevice']);

export const monitoringMissing: Rule = {
  id: 'monitoring-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'What needs high availability or must be back within a day is watched by something.',
  why: 'The failure begins on Friday evening and is noticed on Monday morning.',
  source: 'incident response course: logging and monitoring are essential; NIS2 3.2: monitoring and logging',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers:
  shop: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
servers:
  shop: {monitoring: watcher}
  watcher: {}
`,
  *check({ model, needs, inherited, timeObjectives }) {
    const day = 1440;
    const isPressing = ({ index }: Node): boolean =>
      needs.effective(index, 'availability') !== 'normal' ||
      (timeObjectives.rto.effective(index) ?? Number.POSITIVE_INFINITY) <= day;
    const elements = model.nodes
      .filter((node) => watched.has(node.kind) && !node.external && isPressing(node))
      .map((node) => model.elements.get(node.id) as Element);
    const lack = {
      one: 'is watched by nothing',
      many: 'are watched by nothing',
      hint: 'add monitoring: ID here, at the host or place, or for all of a kind to defaults in policy',
    };
    yield* missing(elements, lack, ({ id }) => inherited.monitoring(id) === undefined);
  },
};
