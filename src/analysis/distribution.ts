import type { Model, Node } from '../model/model.ts';
import { membersOf } from './and-or.ts';
import { outageLinks } from './carry.ts';
import type { RequirementGraph } from './graph.ts';

/**
 * By node: 1 where losing this element alone takes something else down: a requirement that cannot spare it, or
 * something that runs, lies or stands on it. What goes down over several steps begins with one such step. O(members).
 */
export function indispensable(model: Model, graph: RequirementGraph): Uint8Array {
  const needed = new Uint8Array(model.nodes.length);
  const g = graph.still;
  for (let group = 0; group < g.need.length; group++) {
    const members = membersOf(g, group);
    const owner = model.nodes[g.owner[group] as number] as Node;
    if (members.length > (g.need[group] as number) || owner.kind === 'backup') continue;
    for (const m of members) if (m !== owner.index) needed[m] = 1;
  }
  outageLinks(graph.links).forEach((links, from) => {
    if (links.length > 0) needed[from] = 1;
  });
  return needed;
}
