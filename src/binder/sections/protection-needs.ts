import { needTree } from '../../analysis/index.ts';
import { levels, type Objective, objectives } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas, idAndName } from '../format.ts';
import { group, list, text } from '../view.ts';
import { protectionNeedsWords } from '../words/protection-needs.ts';

type Say = (typeof protectionNeedsWords)['en'];

const view = {
  open: list(
    group(
      { id: text('Id.'), objective: text('Objective.'), change: text('From, to.'), bearers: text('Processes.') },
      'A proposal.',
    ),
    'Cumulations nobody has decided on.',
  ),
  decisions: list(
    group(
      {
        id: text('Id.'),
        objective: text('Objective.'),
        change: text('What was decided.'),
        principle: text('Principle.'),
        reason: text('Reason.'),
        by: text('Who approved it.'),
        date: text('When.'),
      },
      'A decision.',
    ),
    'Decisions on computed needs.',
  ),
  elements: list(
    group(
      {
        id: text('Id and name.'),
        kind: text('Kind.'),
        reasons: list(
          group({ objective: text('Objective.'), level: text('Level.'), chain: text('Why.') }, 'A need.'),
          'Its needs above normal.',
        ),
      },
      'An element.',
    ),
    'Elements with a need above normal.',
  ),
  calm: text('Ids of all others.'),
};

const relationText = (relation: string, kind: string, say: Say): string =>
  say.relations[relation === 'data' && kind === 'data' ? 'dataUp' : relation] ?? say.relations['other'] ?? '';

/** From a value to who states it in one line: "farm-1 has it as a member; orders uses it: “Sales”". */
function chainOf({ facts, day }: SectionInput, node: Node, objective: Objective, say: Say): string {
  const { model, needs } = facts;
  return needTree(model, needs, node.index, objective, false)
    .map(({ id, depth, relation, need }) => {
      const kind = model.elements.get(id)?.kind ?? '';
      const how = relation === undefined ? '' : `${id} ${relationText(relation, kind, say)}`;
      const reason = need.principle === 'stated' ? say.quoted(need.reason ?? say.noReason) : '';
      const { decision } = need;
      const decided =
        decision && need.principle === decision.principle
          ? say.decidedBy(
              say.principles[decision.principle] ?? decision.principle,
              decision.reason,
              commas([decision.by, day(decision.date)]),
            )
          : '';
      const own = depth === 0 && reason !== '' ? say.statedHere : '';
      return [how, own, reason, decided].filter(Boolean).join(': ');
    })
    .filter(Boolean)
    .join('; ');
}

function decisionsOf({ facts: { model, needs }, common, day }: SectionInput, say: Say) {
  const level = (name: string): string => common.levels[name] ?? name;
  return model.nodes.flatMap((node) =>
    objectives.flatMap((objective) => {
      const { decision, maximum, effective } = needs.of(node.index, objective);
      if (!decision) return [];
      const { principle, reason, by, date } = decision;
      const change = maximum === effective ? say.stays(level(effective)) : say.fromTo(level(maximum), level(effective));
      return [
        {
          id: node.id,
          objective: common.objectives[objective] ?? objective,
          change,
          principle: say.principles[principle] ?? principle,
          reason,
          by,
          date: date === undefined ? common.noneRecorded : day(date),
        },
      ];
    }),
  );
}

function openOf({ facts: { model, needs }, common }: SectionInput, say: Say) {
  const level = (at: number): string => common.levels[levels[at] as string] ?? '';
  return objectives.flatMap((objective) =>
    needs
      .cumulations(objective)
      .filter((p) => !p.decided)
      .map((p) => ({
        id: (model.nodes[p.at] as Node).id,
        objective: common.objectives[objective] ?? objective,
        change: say.fromTo(level(p.from), level(p.to)),
        bearers: p
          .bearers()
          .map((v) => (model.nodes[v] as Node).id)
          .join(', '),
      })),
  );
}

/** What every element must be protected for, with the reason behind each need above normal. */
export const protectionNeeds = section({
  name: 'protection-needs',
  page: 'P19',
  extracts: [],
  words: protectionNeedsWords,
  view,
  build: (input, say) => {
    const { model, needs } = input.facts;
    const nodes = model.nodes.filter((n) => n.kind !== 'backup');
    const rated = nodes.some((n) => objectives.some((o) => needs.of(n.index, o).principle !== 'none'));
    if (!rated) return undefined;
    const above = (node: Node): Objective[] => objectives.filter((o) => needs.effective(node.index, o) !== 'normal');
    const elements = nodes
      .filter((node) => above(node).length > 0)
      .map((node) => ({
        id: idAndName(node),
        kind: input.common.kinds[node.kind] ?? node.kind,
        reasons: above(node).map((objective) => ({
          objective: input.common.objectives[objective] ?? objective,
          level: input.common.levels[needs.effective(node.index, objective)] ?? '',
          chain: chainOf(input, node, objective, say),
        })),
      }));
    const calm = nodes.filter((node) => above(node).length === 0).map((node) => node.id);
    return {
      content: { elements, calm: calm.join(', '), decisions: decisionsOf(input, say), open: openOf(input, say) },
    };
  },
});
