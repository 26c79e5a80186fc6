import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { fillIn } from '../../model/placeholders.ts';
import type { SectionBuilder } from '../binder.ts';
import { anchorOf, commas, nameOf, span, titleOf } from '../words.ts';

type Step = NonNullable<Element<'procedure'>['data']['steps']>[number];

function stepsOf(facts: Facts, steps: readonly Step[], element: Element | undefined) {
  return steps.map((step, i) => ({
    number: String(i + 1),
    do: fillIn(step.do, element),
    command: fillIn(step.command ?? '', element),
    expect: fillIn(step.expect ?? '', element),
    ifFails: fillIn(step.ifFails ?? '', element),
    by: commas([nameOf(facts, step.by), step.skill, step.takes === undefined ? '' : span(step.takes)]),
  }));
}

/** The elements whose recovery names each procedure. */
function usersOf(facts: Facts): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const node of facts.model.nodes) {
    const recovery = (node.data as { recovery?: Readonly<Record<string, unknown>> }).recovery ?? {};
    const named = new Set(Object.values(recovery).map((a) => (a as { procedure?: string } | undefined)?.procedure));
    for (const id of named) {
      if (id === undefined) continue;
      const known = users.get(id);
      if (known) known.push(node.id);
      else users.set(id, [node.id]);
    }
  }
  return users;
}

/** Every procedure as a runbook that a stranger can follow. */
export const runbooks: SectionBuilder = {
  name: 'runbooks',
  build: ({ facts }) => {
    const procedures = facts.model.of('procedure');
    if (procedures.length === 0) return undefined;
    const users = usersOf(facts);
    const all = procedures.map((procedure) => {
      const { data } = procedure;
      const serves = [...new Set([...(data.about ?? []), ...(users.get(procedure.id) ?? [])])].sort();
      const only = serves.length === 1 ? facts.model.elements.get(serves[0] as string) : undefined;
      return {
        anchor: anchorOf(procedure.id),
        id: procedure.id,
        title: titleOf(procedure),
        action: data.action ?? '',
        serves: serves.map((id) => ({ id, anchor: facts.model.node(id) ? anchorOf(id) : '' })),
        prerequisites: data.prerequisites ?? [],
        steps: stepsOf(facts, data.steps ?? [], only),
        variants: (data.variants ?? []).map((v) => ({ os: v.os, steps: stepsOf(facts, v.steps, only) })),
        success: data.success ?? 'none recorded',
        returnToNormal: data.returnToNormal ?? '',
      };
    });
    return {
      title: 'Runbooks',
      entries: all.map(({ anchor, title }) => ({ anchor, title })),
      content: { runbooks: all },
    };
  },
};
