import { type Facts, needTree } from '../../analysis/index.ts';
import { levels, type Objective, objectives, relationWords } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import type { SectionBuilder } from '../binder.ts';
import { idAndName, kindWord } from '../words.ts';

const levelWords: Readonly<Record<string, string>> = { normal: 'normal', high: 'HIGH', 'very-high': 'VERY HIGH' };

/** From a value to who states it in one line: "farm-1 has it as a member; orders uses it: “Sales”". */
function chainOf({ model, needs }: Facts, node: Node, objective: Objective): string {
  return needTree(model, needs, node.index, objective, false)
    .map(({ id, depth, relation, need }) => {
      const kind = model.elements.get(id)?.kind ?? '';
      const how = relation === undefined ? '' : `${id} ${relationWords(relation, kind)}`;
      const reason = need.principle === 'stated' ? `“${need.reason ?? 'no reason recorded'}”` : '';
      const { decision } = need;
      const decided =
        decision && need.principle === decision.principle
          ? `decided (${decision.principle}): “${decision.reason}”, approved by ${decision.by}${decision.date === undefined ? '' : ` on ${decision.date}`}`
          : '';
      const own = depth === 0 && reason !== '' ? 'stated here' : '';
      return [how, own, reason, decided].filter(Boolean).join(': ');
    })
    .filter(Boolean)
    .join('; ');
}

function decisionsOf({ model, needs }: Facts) {
  return model.nodes.flatMap((node) =>
    objectives.flatMap((objective) => {
      const { decision, maximum, effective } = needs.of(node.index, objective);
      if (!decision) return [];
      const { principle, reason, by, date } = decision;
      const change =
        maximum === effective
          ? `stays ${levelWords[effective]}`
          : `from ${levelWords[maximum]} to ${levelWords[effective]}`;
      return [{ id: node.id, objective, change, principle, reason, by, date: date ?? 'none recorded' }];
    }),
  );
}

function openOf({ model, needs }: Facts) {
  return objectives.flatMap((objective) =>
    needs
      .cumulations(objective)
      .filter((p) => !p.decided)
      .map((p) => ({
        id: (model.nodes[p.at] as Node).id,
        objective,
        change: `from ${levelWords[levels[p.from] as string]} to ${levelWords[levels[p.to] as string]}`,
        bearers: p
          .bearers()
          .map((v) => (model.nodes[v] as Node).id)
          .join(', '),
      })),
  );
}

/** What every element must be protected for, with the reason behind each need above normal. */
export const protectionNeeds: SectionBuilder = {
  name: 'protection-needs',
  build: ({ facts }) => {
    const { model, needs } = facts;
    const nodes = model.nodes.filter((n) => n.kind !== 'backup');
    const rated = nodes.some((n) => objectives.some((o) => needs.of(n.index, o).principle !== 'none'));
    if (!rated) return undefined;
    const above = (node: Node): Objective[] => objectives.filter((o) => needs.effective(node.index, o) !== 'normal');
    const elements = nodes
      .filter((node) => above(node).length > 0)
      .map((node) => ({
        id: idAndName(node),
        kind: kindWord(node.kind),
        reasons: above(node).map((objective) => ({
          objective,
          level: levelWords[needs.effective(node.index, objective)] as string,
          chain: chainOf(facts, node, objective),
        })),
      }));
    const calm = nodes.filter((node) => above(node).length === 0).map((node) => node.id);
    return {
      title: 'Protection needs',
      content: { elements, calm: calm.join(', '), decisions: decisionsOf(facts), open: openOf(facts) },
    };
  },
};
