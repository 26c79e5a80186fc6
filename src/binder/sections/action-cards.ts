import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { clock, commas, span, titleOf } from '../format.ts';
import { flag, group, list, text, to } from '../view.ts';
import { type ActionCardsWords, actionCardsWords } from '../words/action-cards.ts';

/** A card is one page: more steps than that are in the order. */
const mostSteps = 8;
const mostProcedures = 8;

const view = {
  cards: list(
    group(
      {
        name: text('Name of the role.'),
        heading: text('Heading of the card.'),
        holders: callsView('Who fills it, the first one first.'),
        reportTo: callsView('To whom it reports; empty: it leads.'),
        leads: flag('Whether this role leads.'),
        called: list(text('One thing.'), 'What is done when called.'),
        duties: list(text('A duty.'), 'What it does and decides.'),
        steps: list(
          group({ planned: text('From and to.'), what: text('What is done.'), to: to('the procedure') }, 'A step.'),
          'Its steps in a cold start, as planned.',
        ),
        moreSteps: text('How many more there are; empty: none.'),
        procedures: list(
          group({ title: text('Title.'), to: to('the procedure') }, 'A procedure.'),
          'Instructions in which it has a step.',
        ),
        dont: list(text('One thing.'), 'What is never done.'),
      },
      'A card.',
    ),
    'One card a role.',
  ),
};

/** The procedures in which a role or one of its holders has a step. */
function proceduresOf({ facts }: SectionInput, { id, data }: Element<'role'>): readonly Element<'procedure'>[] {
  const own = new Set([id, ...(data.holders ?? [])]);
  return facts.model
    .of('procedure')
    .filter((p) =>
      [...(p.data.steps ?? []), ...(p.data.variants ?? []).flatMap((v) => v.steps)].some(
        (step) => step.by !== undefined && own.has(step.by),
      ),
    );
}

function cardOf(input: SectionInput, role: Element<'role'>, say: ActionCardsWords) {
  const { facts, recovery, common, linkTo } = input;
  const { model } = facts;
  const lead = model.incidentResponse?.team?.lead ?? model.plan?.activation?.decidedBy?.[0];
  const leads = lead === role.id || (role.data.holders ?? []).includes(lead ?? '');
  const steps = recovery.steps.filter((s) => Object.keys(s.staff).includes(role.id));
  const shift = model.policy?.longestShift;
  return {
    name: role.name,
    heading: say.card(role.name),
    holders: callsTo(input, [role.id]),
    reportTo: leads ? [] : callsTo(input, [lead]).slice(0, 1),
    leads,
    called: say.called.split('\n'),
    duties: role.data.responsibilities ?? [],
    steps: steps.slice(0, mostSteps).map((s) => ({
      planned: `${clock(s.start)}–${clock(s.end)}`,
      what: commas([`${common.verbs[s.action] ?? s.action} ${s.element}`]),
      to: linkTo(s.procedure),
    })),
    moreSteps: steps.length > mostSteps ? say.moreSteps(steps.length - mostSteps) : '',
    procedures: proceduresOf(input, role)
      .slice(0, mostProcedures)
      .map((p) => ({ title: titleOf(p), to: linkTo(p.id) })),
    dont: [...say.dont.split('\n'), ...(shift === undefined ? [] : [say.longest(span(shift))])],
  };
}

/** One page for each role: taken out of the binder and carried along. */
export const actionCards = section({
  name: 'action-cards',
  page: 'P28',
  extracts: ['role'],
  words: actionCardsWords,
  view,
  build: (input, say) => {
    const { scope } = input;
    const roles = input.facts.model
      .of('role')
      .filter((role) => scope.extract !== 'role' || scope.ids.includes(role.id));
    if (roles.length === 0) return undefined;
    return { content: { cards: roles.map((role) => cardOf(input, role, say)) } };
  },
});
