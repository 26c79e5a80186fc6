import { dueOn, yearly } from '../../analysis/index.ts';
import type { Period } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { anchorOf, commas, titleOf } from '../format.ts';
import { intervalIn } from '../interval.ts';
import { anchor, group, list, text, to } from '../view.ts';
import { exercisesWords } from '../words/exercises.ts';

type Say = (typeof exercisesWords)['en'];

/** How many rows of a table are printed; the rest is counted. */
const mostRows = 120;

const place = group({ name: text('Title or name.'), to: to('its sheet') }, 'A scenario, a procedure, a backup.');
const view = {
  exercises: list(
    group(
      {
        anchor: anchor('the exercise'),
        id: text('Id.'),
        name: text('Name, where it is another.'),
        kind: text('How it is held.'),
        of: list(place, 'What is practised; empty: not said.'),
        every: text('How often.'),
        last: text('When last, with the result.'),
        next: text('When it is due.'),
      },
      'An exercise.',
    ),
    'The exercises of the plan.',
  ),
  more: text('How many more there are; empty: none.'),
  response: text('When the handling of incidents was last practised and is due; empty: the plan does not say.'),
  notPractised: list(place, 'Scenarios that no exercise has practised.'),
  open: list(
    group(
      {
        exercise: text('Id of the exercise.'),
        date: text('Day of the exercise.'),
        finding: text('What was found.'),
        action: text('What is done about it.'),
        until: text('Until when, and whether that is past.'),
      },
      'A finding.',
    ),
    'Findings that nobody has mended.',
  ),
  moreOpen: text('How many more; empty: none.'),
  outcomes: list(text('A result.'), 'What an exercise may end with, to be ticked.'),
};

/** The last day on which something still counts, in words. */
function nextText({ facts, day }: SectionInput, last: string | undefined, every: Period, say: Say): string {
  if (last === undefined) return say.dueNow;
  const due = dueOn(last, every);
  return due < facts.today ? say.overdue(day(due)) : day(due);
}

/** The last one that was held: a day in the future is an appointment. */
function lastRecord({ facts: { today } }: SectionInput, { data }: Element<'exercise'>) {
  const held = (data.records ?? []).filter((r) => r.date <= today);
  return held.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0];
}

function exerciseRow(input: SectionInput, exercise: Element<'exercise'>, say: Say) {
  const { facts, linkTo, day } = input;
  const every = exercise.data.every ?? facts.model.policy.exercise?.every ?? yearly;
  const last = lastRecord(input, exercise);
  return {
    anchor: anchorOf(exercise.id),
    id: exercise.id,
    name: exercise.name === exercise.id ? '' : exercise.name,
    kind: say.kinds[exercise.data.kind ?? ''] ?? '',
    of: (exercise.data.of ?? []).map((id) => ({
      name: titleOf(facts.model.elements.get(id)) || id,
      to: linkTo(id),
    })),
    every: intervalIn(input.language, every),
    last: last === undefined ? say.never : commas([day(last.date), say.results[last.result ?? '']]),
    next: nextText(input, last?.date, every, say),
  };
}

function openFindings({ facts, day }: SectionInput, exercises: readonly Element<'exercise'>[], say: Say) {
  return exercises
    .flatMap(({ id, data }) =>
      (data.records ?? []).flatMap((record) =>
        (record.findings ?? [])
          .filter((finding) => finding.done === undefined)
          .map(({ text: finding, action, due }) => ({ id, date: record.date, finding, action, due })),
      ),
    )
    .map(({ id, date, finding, action, due }) => ({
      exercise: id,
      date: day(date),
      finding,
      action: action ?? '',
      until: due === undefined ? say.noDay : due < facts.today ? say.late(day(due)) : day(due),
    }));
}

/** What is practised how often, what came out of it, and a protocol for the next time. */
export const exercises = section({
  name: 'exercises',
  page: 'P17',
  extracts: [],
  words: exercisesWords,
  view,
  shows: ({ facts }) => facts.model.of('exercise').map((e) => e.id),
  build: (input, say) => {
    const { facts, linkTo, day, common } = input;
    const { model } = facts;
    const all = model.of('exercise');
    const practicable = [...all, ...model.of('scenario'), ...model.of('procedure'), ...model.of('backup')];
    if (practicable.length === 0) return undefined;
    const { tested } = model.incidentResponse ?? {};
    const open = openFindings(input, all, say);
    const rows = all.slice(0, mostRows).map((exercise) => exerciseRow(input, exercise, say));
    return {
      content: {
        exercises: rows,
        more: all.length > rows.length ? common.more(all.length - rows.length) : '',
        response:
          tested === undefined
            ? ''
            : commas([
                `${say.last}: ${tested.last === undefined ? say.never : day(tested.last)}`,
                `${say.next}: ${nextText(input, tested.last, tested.every ?? yearly, say)}`,
              ]),
        notPractised: model
          .of('scenario')
          .filter((s) => !facts.scenarioPreparedness.exercised.has(s.id))
          .map((s) => ({ name: s.name, to: linkTo(s.id) })),
        open: open.slice(0, mostRows),
        moreOpen: open.length > mostRows ? common.more(open.length - mostRows) : '',
        outcomes: Object.values(say.results),
      },
    };
  },
});
