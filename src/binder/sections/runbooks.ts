import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { fillIn } from '../../model/placeholders.ts';
import { type SectionInput, section } from '../binder.ts';
import { firstNumber, peopleOf } from '../contacts.ts';
import { anchorOf, commas, nameOf, span, titleOf } from '../format.ts';
import { anchor, group, list, text, to } from '../view.ts';
import { runbooksWords } from '../words/runbooks.ts';

type Step = NonNullable<Element<'procedure'>['data']['steps']>[number];

/** How many elements are named above the steps. */
const mostServed = 40;

const steps = list(
  group(
    {
      number: text('Its number.'),
      do: text('One action.'),
      command: text('What is typed.'),
      expect: text('What is then seen.'),
      ifFails: text('What to do if it is not.'),
      by: text('Who, with what skill, how long.'),
    },
    'A step.',
  ),
  'The steps.',
);
const view = {
  runbooks: list(
    group(
      {
        anchor: anchor('the procedure'),
        id: text('Id.'),
        title: text('What it does.'),
        action: text('What kind it is.'),
        serves: list(group({ id: text('Id.'), to: to('its sheet') }, 'An element.'), 'What it is for.'),
        moreServed: text('How many more it is for; empty: none.'),
        prerequisites: list(text('One thing.'), 'What must be there before the first step.'),
        steps,
        variants: list(group({ os: text('The operating system.'), steps }, 'A variant.'), 'Other steps there.'),
        success: text('How it is seen that it worked.'),
        returnToNormal: text('What is undone afterwards.'),
        lastTried: text('When it was last tried.'),
        callInstead: text('Whom to call when it does not go on, with a number.'),
      },
      'A procedure.',
    ),
    'All procedures.',
  ),
};

function stepsOf(facts: Facts, own: readonly Step[], element: Element | undefined) {
  return own.map((step, i) => ({
    number: String(i + 1),
    do: fillIn(step.do, element),
    command: fillIn(step.command ?? '', element),
    expect: fillIn(step.expect ?? '', element),
    ifFails: fillIn(step.ifFails ?? '', element),
    by: commas([nameOf(facts, step.by), step.skill, step.takes === undefined ? '' : span(step.takes)]),
  }));
}

/** Who keeps it right, else who looks after what it is for: the first one with a number. */
function helpOf(facts: Facts, procedure: Element<'procedure'>, serves: readonly string[]): string {
  const caretakers = serves.flatMap((id) => (facts.model.node(id) ? (facts.inherited.administrators(id) ?? []) : []));
  for (const id of [procedure.data.owner, ...caretakers]) {
    const person = peopleOf(facts, id).find((p) => firstNumber(p) !== undefined);
    if (person) return `${person.name}, ${firstNumber(person)}`;
  }
  return '';
}

function runbookOf({ facts, common, day, linkTo }: SectionInput, procedure: Element<'procedure'>) {
  const { data } = procedure;
  const serves = [
    ...new Set([...(data.about ?? []), ...facts.procedureUses.of(procedure.id).map((u) => u.element)]),
  ].sort();
  const only = serves.length === 1 ? facts.model.elements.get(serves[0] as string) : undefined;
  return {
    anchor: anchorOf(procedure.id),
    id: procedure.id,
    title: titleOf(procedure),
    action: (common.verbs[data.action ?? ''] ?? '').replace(/:$/, ''),
    serves: serves.slice(0, mostServed).map((id) => ({ id, to: linkTo(id) })),
    moreServed: serves.length > mostServed ? common.more(serves.length - mostServed) : '',
    prerequisites: data.prerequisites ?? [],
    steps: stepsOf(facts, data.steps ?? [], only),
    variants: (data.variants ?? []).map((v) => ({ os: v.os, steps: stepsOf(facts, v.steps, only) })),
    success: data.success ?? common.noneRecorded,
    returnToNormal: data.returnToNormal ?? '',
    lastTried: data.lastVerified === undefined ? common.notRecorded : day(data.lastVerified),
    callInstead: helpOf(facts, procedure, serves),
  };
}

/** Every procedure as a runbook that a stranger can follow. */
export const runbooks = section({
  name: 'runbooks',
  page: 'P11',
  extracts: ['role', 'scenario', 'element'],
  words: runbooksWords,
  view,
  shows: ({ facts, scope }) =>
    facts.model
      .of('procedure')
      .map((p) => p.id)
      .filter(scope.has),
  build: (input) => {
    const procedures = input.facts.model.of('procedure').filter((p) => input.scope.has(p.id));
    if (procedures.length === 0) return undefined;
    const all = procedures.map((procedure) => runbookOf(input, procedure));
    return { entries: all.map(({ anchor, title }) => ({ anchor, title })), content: { runbooks: all } };
  },
});
