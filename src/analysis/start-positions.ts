import type { Model, Node } from '../model/model.ts';
import type { Needs } from './protection-needs.ts';
import type { TimeObjectives } from './time-objectives.ts';

/** Where something stands says that it comes after that, but not whether it comes first or last of all that stands there. */
const platform = new Set(['runsOn', 'storedOn', 'partOf', 'poweredBy', 'connectedTo']);
const working = new Set(['server', 'virtualMachine', 'application', 'voipDevice']);
const isOnTheWay = (when: string): boolean => when === 'start' || when === 'run' || when === 'serve';

/**
 * Systems whose place in the start order nothing determines: they need only what they stand on, nothing needs them, and
 * they have neither an RTO nor an availability need, stated or passed on. Sorted by id. What has no relation at all is
 * left out: it is an orphan.
 */
export function withoutStartPosition(model: Model, needs: Needs, { rto }: TimeObjectives): readonly Node[] {
  const placed = new Set<string>();
  const related = new Set<string>();
  for (const { from, of, when, relation } of model.requirements) {
    related.add(from);
    if (isOnTheWay(when) && !platform.has(relation)) placed.add(from);
    for (const id of of) {
      related.add(id);
      if (isOnTheWay(when)) placed.add(id);
    }
  }
  return model.nodes.filter(
    (node) =>
      node.nature === 'system' &&
      !node.external &&
      working.has(node.kind) &&
      related.has(node.id) &&
      !placed.has(node.id) &&
      rto.effective(node.index) === undefined &&
      needs.of(node.index, 'availability').principle === 'none',
  );
}
