import { dueOn } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas, nameOf, titleOf } from '../format.ts';
import { group, list, text } from '../view.ts';
import { type ExercisesWords, exercisesWords } from '../words/exercises.ts';

const view = {
  exercises: list(
    group(
      {
        name: text('The exercise.'),
        of: text('What it practises.'),
        kind: text('How; empty: not said.'),
        last: text('When it was held last, and how it went; empty: never.'),
        next: text('When it is due; empty: no interval is given.'),
      },
      'An exercise.',
    ),
    'The exercises of the plan.',
  ),
  open: list(
    group(
      {
        exercise: text('The exercise.'),
        found: text('What was found.'),
        action: text('What is done about it.'),
        until: text('Until when; empty: not said.'),
      },
      'A finding.',
    ),
    'What was found in exercises and is not mended.',
  ),
  notExercised: list(text('Name.'), 'Scenarios that no exercise practises.'),
  rows: list(text('What is written down.'), 'The rows of the protocol.'),
};

const newest = ({ data }: Element<'exercise'>) =>
  [...(data.records ?? [])].sort((a, b) => (a.date < b.date ? 1 : -1))[0];

function exerciseRow({ facts, day }: SectionInput, exercise: Element<'exercise'>, say: ExercisesWords) {
  const { of, kind } = exercise.data;
  const every = exercise.data.every ?? facts.model.policy.exercise?.every;
  const last = newest(exercise);
  return {
    name: exercise.name,
    of: commas((of ?? []).map((id) => titleOf(facts.model.elements.get(id)) || id)),
    kind: say.kinds[kind ?? ''] ?? '',
    last: last ? commas([day(last.date), say.results[last.result ?? ''] ?? '']) : '',
    next: every && last ? day(dueOn(last.date, every)) : '',
  };
}

/** What is practised when, what was found, and a form for the next time. */
export const exercises = section({
  name: 'exercises',
  page: 'P17',
  extracts: [],
  words: exercisesWords,
  view,
  build: (input, say) => {
    const { facts, day } = input;
    const all = facts.model.of('exercise');
    const practised = new Set(all.flatMap((e) => e.data.of ?? []));
    return {
      content: {
        exercises: all.map((exercise) => exerciseRow(input, exercise, say)),
        open: all.flatMap((e) =>
          (e.data.records ?? []).flatMap((record) =>
            (record.findings ?? [])
              .filter((f) => f.done === undefined)
              .map((f) => ({ exercise: e.name, found: f.text, action: f.action ?? '', until: day(f.due) })),
          ),
        ),
        notExercised: facts.model
          .of('scenario')
          .filter((s) => !practised.has(s.id))
          .map((s) => nameOf(facts, s.id)),
        rows: Object.values(say.rows),
      },
    };
  },
});
