import { workaroundOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView, namesWithNumbers } from '../calls.ts';
import { commas, titleOf } from '../format.ts';
import { intervalIn } from '../interval.ts';
import { scenariosOf } from '../scenarios-of.ts';
import { group, list, text, to } from '../view.ts';
import { returnToNormalWords } from '../words/return-to-normal.ts';

type Say = (typeof returnToNormalWords)['en'];

/** Measures that only bridge something: each has to be ended. */
const temporary = new Set(['workaround', 'bypass', 'failover', 'isolate']);
/** How many rows of a table are printed; the rest is counted. */
const mostRows = 120;
const mostUsers = 6;
/** How many processes have a line of their own on the form of what is entered afterwards. */
const mostProcesses = 40;

const procedureView = group({ title: text('Its title.'), to: to('the procedure') }, 'A procedure.');
const measureView = group(
  {
    procedure: procedureView,
    users: text('What it is used for.'),
    ended: text('How it is ended; empty: the plan does not say.'),
    who: text('Who keeps it right, with numbers.'),
  },
  'A procedure whose effect has to be undone.',
);
const view = {
  criteria: list(text('A criterion.'), 'When the emergency is over.'),
  calls: callsView('Who decides that it is over.'),
  steps: list(text('One step.'), 'What is done in any case.'),
  measures: list(measureView, 'Measures that only bridge something: each has to be ended.'),
  moreMeasures: text('How many more; empty: none.'),
  others: list(measureView, 'Other procedures that leave something to be done.'),
  moreOthers: text('How many more; empty: none.'),
  scenarios: list(
    group(
      {
        name: text('Its name.'),
        to: to('its sheet'),
        measures: list(procedureView, 'Temporary measures that its order takes.'),
        others: list(procedureView, 'Other procedures of its order that leave something to be done.'),
        whole: list(
          group({ id: text('Id.'), procedure: procedureView }, 'A step.'),
          'What its order makes whole again at the end.',
        ),
      },
      'A scenario.',
    ),
    'The scenarios of this binder.',
  ),
  moreScenarios: text('Names of those that are not shown.'),
  processes: list(
    group({ name: text('Its name.'), id: text('Id.') }, 'A process.'),
    'Processes that are worked by hand while they are down.',
  ),
  moreProcesses: text('How many more; empty: none.'),
  rhythm: text('How often incidents are looked back on; empty: the plan does not say.'),
  open: list(
    group(
      {
        date: text('Day of the incident.'),
        lesson: text('What was learned.'),
        action: text('What is done about it.'),
        until: text('Until when, and whether that is past.'),
      },
      'A lesson.',
    ),
    'Lessons that nobody has acted on.',
  ),
  moreOpen: text('How many more; empty: none.'),
};

function procedureRef({ facts, linkTo }: SectionInput, id: string) {
  return { title: titleOf(facts.model.elements.get(id)) || id, to: linkTo(id) };
}

/** Whether a procedure only bridges something, by its own action or by what it is used for. */
const isTemporary = ({ facts }: SectionInput, id: string): boolean => {
  const procedure = facts.model.elements.get(id) as Element<'procedure'> | undefined;
  return (
    temporary.has(procedure?.data.action ?? '') || facts.procedureUses.of(id).some((use) => temporary.has(use.action))
  );
};

function measureRow(input: SectionInput, procedure: Element<'procedure'>) {
  const { facts, common } = input;
  const users = [...new Set(facts.procedureUses.of(procedure.id).map((use) => use.element))];
  const more = users.length > mostUsers ? ` ${common.more(users.length - mostUsers)}` : '';
  return {
    procedure: procedureRef(input, procedure.id),
    users: `${commas(users.slice(0, mostUsers))}${more}`,
    ended: procedure.data.returnToNormal ?? '',
    who: namesWithNumbers(input, procedure.data.owner),
  };
}

/** What an order leaves to be undone: temporary measures, other procedures with an end, what it makes whole itself. */
function endsOf(input: SectionInput, { steps, bypasses }: Recovery) {
  const { model } = input.facts;
  const ends = (id: string): boolean =>
    (model.elements.get(id) as Element<'procedure'> | undefined)?.data.returnToNormal !== undefined;
  const bridging = new Set([
    ...bypasses.flatMap((b) => b.procedure ?? []),
    ...steps.filter((s) => temporary.has(s.action)).flatMap((s) => s.procedure ?? []),
  ]);
  const others = new Set(steps.flatMap((s) => s.procedure ?? []).filter((id) => ends(id) && !bridging.has(id)));
  return {
    measures: [...bridging].map((id) => procedureRef(input, id)),
    others: [...others].map((id) => procedureRef(input, id)),
    whole: steps
      .filter((s) => s.action === 'normalise')
      .map((s) => ({
        id: s.element,
        procedure: s.procedure === undefined ? { title: '', to: '' } : procedureRef(input, s.procedure),
      })),
  };
}

function openLessons({ facts, day }: SectionInput, say: Say) {
  return (facts.model.incidentResponse?.records ?? []).flatMap((record) =>
    (record.lessons ?? [])
      .filter((lesson) => lesson.done === undefined)
      .map(({ text: lesson, action, due }) => ({
        date: day(record.date),
        lesson,
        action: action ?? '',
        until: due === undefined ? say.noDay : due < facts.today ? say.late(day(due)) : day(due),
      })),
  );
}

/** Whether something is not up, or not wholly, in what has happened. */
const isDown = ({ recovery }: SectionInput, node: number): boolean =>
  (recovery.impact.nodes[node]?.state ?? 'up') !== 'up';

/** How emergency operation is ended: what is undone, what is entered, and what is learned. */
export const returnToNormal = section({
  name: 'return-to-normal',
  page: 'P24',
  extracts: ['scenario'],
  words: returnToNormalWords,
  view,
  build: (input, say) => {
    const { facts, scope, common, day, language } = input;
    const { plan, incidentResponse } = facts.model;
    const procedures = facts.model.of('procedure').filter((p) => scope.has(p.id));
    const measures = procedures.filter((p) => isTemporary(input, p.id));
    const others = procedures.filter((p) => !measures.includes(p) && p.data.returnToNormal !== undefined);
    const scenarios = scenariosOf(input);
    const processes = facts.model.nodes.filter(
      (node) => workaroundOf(node) !== undefined && (scope.extract === undefined || isDown(input, node.index)),
    );
    const open = openLessons(input, say);
    const { every, last } = incidentResponse?.lessonsLearned ?? {};
    const left = (all: readonly unknown[], most: number): string =>
      all.length > most ? common.more(all.length - most) : '';
    return {
      content: {
        criteria: plan?.activation?.deactivation ?? [],
        calls: callsTo(input, plan?.activation?.decidedBy ?? []),
        steps: say.stepsText.split('\n'),
        measures: measures.slice(0, mostRows).map((p) => measureRow(input, p)),
        moreMeasures: left(measures, mostRows),
        others: others.slice(0, mostRows).map((p) => measureRow(input, p)),
        moreOthers: left(others, mostRows),
        scenarios: scenarios.slice(0, mostRows).map((scenario) => ({
          name: scenario.name,
          to: input.linkTo(scenario.id),
          ...endsOf(input, input.orderOf(scenario.id)),
        })),
        moreScenarios: commas(scenarios.slice(mostRows).map((s) => s.name)),
        processes: processes.slice(0, mostProcesses).map(({ id, name }) => ({ id, name: name === id ? '' : name })),
        moreProcesses: left(processes, mostProcesses),
        rhythm:
          every === undefined
            ? ''
            : say.rhythm(intervalIn(language, every), last === undefined ? say.neverDone : day(last)),
        open: open.slice(0, mostRows),
        moreOpen: left(open, mostRows),
      },
    };
  },
});
