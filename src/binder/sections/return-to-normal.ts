import { section } from '../binder.ts';
import { titleOf } from '../format.ts';
import { group, list, text, to } from '../view.ts';
import { returnToNormalWords } from '../words/return-to-normal.ts';

const view = {
  checks: list(text('One thing.'), 'What must be so before the emergency is over.'),
  procedures: list(
    group({ title: text('The procedure.'), to: to('it'), back: text('What is undone.') }, 'A procedure.'),
    'Procedures that leave something behind.',
  ),
  lessons: list(
    group(
      { text: text('What was learned.'), action: text('What is done about it.'), until: text('Until when.') },
      'A lesson.',
    ),
    'Lessons of incidents that are not done.',
  ),
  rows: list(text('What is written down.'), 'The rows of the form.'),
};

/** What must be so before the emergency is over, and the form for looking back. */
export const returnToNormal = section({
  name: 'return-to-normal',
  page: 'P24',
  extracts: ['scenario'],
  words: returnToNormalWords,
  view,
  build: ({ facts, linkTo, day, scope }, say) => ({
    content: {
      checks: say.checks.split('\n'),
      procedures: facts.model
        .of('procedure')
        .filter((p) => scope.has(p.id))
        .flatMap((p) =>
          p.data.returnToNormal === undefined
            ? []
            : [{ title: titleOf(p), to: linkTo(p.id), back: p.data.returnToNormal }],
        ),
      lessons: (facts.model.incidentResponse?.records ?? [])
        .flatMap((r) => r.lessons ?? [])
        .filter((l) => l.done === undefined)
        .map((l) => ({ text: l.text, action: l.action ?? '', until: day(l.due) })),
      rows: Object.values(say.rows),
    },
  }),
});
