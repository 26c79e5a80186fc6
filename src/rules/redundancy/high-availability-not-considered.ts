import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

interface Considered {
  readonly highAvailability?: { readonly considered?: boolean; readonly decision?: string };
}

export const highAvailabilityNotConsidered: Rule = {
  id: 'high-availability-not-considered',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary:
    'Where a process or service needs high availability and rests on single elements, high availability was considered.',
  why: 'It costs little before the machine is bought and a lot after it has failed.',
  source: 'M 6.96: special demands on the availability may call for a high-availability solution',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: # <--
    uses: [shop]
    protection: {availability: {need: high, reason: Sales}}
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    protection: {availability: {need: high, reason: Sales}}
    highAvailability: {considered: true, decision: Refused; the spare is quick enough}
servers: {shop: {}}
`,
  *check({ model, needs, weakPoints }) {
    const points = weakPoints.singlePoints();
    for (const target of weakPoints.targets) {
      const resting = points.filter(
        (p) =>
          p.repeats === undefined &&
          p.takesDown.some((t) => t.node === target && !t.untilSwitched) &&
          p.decision === undefined,
      );
      const { considered, decision } = (target.data as Considered).highAvailability ?? {};
      if (resting.length === 0 || considered === true || decision !== undefined) continue;
      const level = needs.effective(target.index, 'availability');
      yield {
        severity: level === 'very-high' ? 'error' : 'warning',
        message: `${target.id} needs ${level} availability and rests on ${resting.length === 1 ? 'one element' : `${resting.length} elements`} that nothing stands in for: ${listed(resting.map((p) => p.node.id))}`,
        hint: 'add highAvailability: {considered: true, decision: …} here, or to each of them',
        location: keyOf(model.elements.get(target.id) as Element),
        element: target.id,
      };
    }
  },
};
