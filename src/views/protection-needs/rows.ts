import type { Facts, Need } from '../../analysis/index.ts';
import { type Objective, objectives, relationWords } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';

/** The nodes a view shows: those that were asked for, or all but backups, which have no needs of their own. */
export function shownNodes({ model }: Facts, ids: readonly string[]): readonly Node[] {
  if (ids.length > 0) return ids.map((id) => model.node(id)).filter((n) => n !== undefined);
  return model.nodes.filter((n) => n.kind !== 'backup');
}

/** "hv-01 availability very-high ← mail (runs on it) ← ordering (uses it): "Orders arrive by mail"". */
export function sayNeed(facts: Facts, node: Node, objective: Objective): string {
  const { needs, model } = facts;
  const need = needs.of(node.index, objective);
  const path = needs.path(node.index, objective);
  const last = model.node(path.at(-1)?.from ?? node.id) as Node;
  const reason = needs.of(last.index, objective).reason;
  const chain = path
    .map((hop) => ` ← ${hop.from} (${relationWords(hop.relation, model.elements.get(hop.from)?.kind)})`)
    .join('');
  const by = need.decision && need.principle === need.decision.principle;
  const decision = by ? ` [${need.principle}: ${need.decision?.reason}, approved by ${need.decision?.by}]` : '';
  return `${node.id} ${objective} ${need.effective}${chain}${reason === undefined ? '' : `: "${reason}"`}${decision}`;
}

/** What decides a need, in words. */
export const principleWords: Readonly<Record<Need['principle'], string>> = {
  none: 'nobody states a need',
  stated: 'stated here',
  maximum: 'maximum principle: taken over from what needs it',
  cumulation: 'cumulation: many stand on it',
  distribution: 'distribution: others take over',
  manual: 'decided by hand',
};

export { objectives };
