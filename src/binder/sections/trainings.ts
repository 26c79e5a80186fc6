import { dueOn } from '../../analysis/index.ts';
import type { Period } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas } from '../format.ts';
import { group, list, text } from '../view.ts';
import { type TrainingsWords, trainingsWords } from '../words/trainings.ts';

const view = {
  people: list(
    group(
      {
        name: text('Who.'),
        roles: text('The roles that are filled; empty: none.'),
        trainings: list(
          group({ topic: text('Topic.'), date: text('When.'), until: text('Until when it counts.') }, 'A training.'),
          'What was attended, the newest of each topic.',
        ),
        lacking: text('Topics that the roles need and that were never had; empty: none.'),
      },
      'A person.',
    ),
    'Everybody who fills a role or was trained.',
  ),
  rows: list(text('What is written down.'), 'The head of the attendance list.'),
};

function personRow({ facts, day }: SectionInput, person: Element<'person'>, say: TrainingsWords) {
  const validUntil = (date: string | undefined, every: Period | undefined): string =>
    date === undefined || every === undefined ? '' : day(dueOn(date, every));
  const roles = facts.model.of('role').filter((r) => (r.data.holders ?? []).includes(person.id));
  const newest = new Map<string, NonNullable<Element<'person'>['data']['trainings']>[number]>();
  for (const training of person.data.trainings ?? []) {
    const known = newest.get(training.topic);
    if (!known || (known.date ?? '') < (training.date ?? '')) newest.set(training.topic, training);
  }
  const needed = [...new Set(roles.flatMap((r) => r.data.needs ?? []))];
  return {
    name: person.name,
    roles: commas(roles.map((r) => r.name)),
    trainings: [...newest.values()].map(({ topic, date, validFor }) => ({
      topic,
      date: day(date),
      until: validUntil(date, validFor ?? facts.model.policy.training?.every) || say.noLimit,
    })),
    lacking: commas(needed.filter((topic) => !newest.has(topic))),
  };
}

/** Who was trained in what and until when it counts, what is lacking, and a list to sign. */
export const trainings = section({
  name: 'trainings',
  page: 'P18',
  extracts: [],
  words: trainingsWords,
  view,
  build: (input, say) => ({
    content: {
      people: input.facts.model
        .of('person')
        .map((person) => personRow(input, person, say))
        .filter((row) => row.roles !== '' || row.trainings.length > 0),
      rows: Object.values(say.rows),
    },
  }),
});
