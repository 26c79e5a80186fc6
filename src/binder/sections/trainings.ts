import { isTopic, trainedIn, validUntil } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas, nameOf } from '../format.ts';
import { intervalIn } from '../interval.ts';
import { group, list, text } from '../view.ts';
import { trainingsWords } from '../words/trainings.ts';

type Say = (typeof trainingsWords)['en'];
type Person = Element<'person'>;

/** How many people are printed in a table; the rest is counted. */
const mostPeople = 200;
/** How many people can sign an attendance list: what fits under its head on one page. */
const emptyLines = 10;

const view = {
  interval: text('How often trainings are repeated; empty: the policy does not say.'),
  missing: list(
    group(
      { who: text('Person or role.'), lacks: list(text('One thing.'), 'What is missing.') },
      'Somebody who lacks something.',
    ),
    'Who lacks what.',
  ),
  moreMissing: text('How many more; empty: none.'),
  people: list(
    group(
      {
        name: text('Name.'),
        roles: text('The roles the person fills.'),
        topics: list(
          group({ topic: text('Topic.'), valid: text('Until when it counts, or that it is missing.') }, 'A topic.'),
          'What these roles ask for; empty: nothing.',
        ),
        besides: text('Other trainings that were attended.'),
      },
      'A person.',
    ),
    'Who fills a role or was trained.',
  ),
  morePeople: text('How many more; empty: none.'),
  lines: list(text('Its number.'), 'Empty lines of the attendance list.'),
};

/** What the roles of somebody ask for, each topic and skill once, as it was first written. */
interface Asked {
  readonly roles: string[];
  readonly topics: string[];
  readonly skills: string[];
}

const addOnce = (known: string[], more: readonly string[] | undefined): void => {
  for (const one of more ?? []) if (!known.some(isTopic(one))) known.push(one);
};

function askedOf({ facts }: SectionInput): ReadonlyMap<Person, Asked> {
  const all = new Map<Person, Asked>(facts.model.of('person').map((p) => [p, { roles: [], topics: [], skills: [] }]));
  for (const role of facts.model.of('role')) {
    for (const person of facts.roleStaffing.peopleOf(role.id)) {
      const asked = all.get(person);
      asked?.roles.push(role.name);
      addOnce(asked?.topics ?? [], role.data.needs);
      addOnce(asked?.skills ?? [], role.data.skills);
    }
  }
  return all;
}

/** The last day on which what somebody learned of a topic counts; undefined: for good. */
function lastDay({ facts }: SectionInput, person: Person, topic: string): string | undefined {
  const days = (person.data.trainings ?? [])
    .filter((t) => isTopic(topic)(t.topic))
    .map((t) => validUntil(facts.model, t));
  return days.includes(undefined) ? undefined : days.sort().at(-1);
}

function validText(input: SectionInput, person: Person, topic: string, say: Say): string {
  const state = trainedIn(input.facts, person, isTopic(topic));
  if (state === 'never') return say.never;
  const until = lastDay(input, person, topic);
  if (until === undefined) return say.forGood;
  return state === 'expired' ? say.expired(input.day(until)) : input.day(until);
}

function lacksOf(input: SectionInput, person: Person, { roles, topics, skills }: Asked, say: Say): string[] {
  const { trainings = [] } = person.data;
  if (roles.length > 0 && topics.length === 0 && trainings.length === 0) return [say.noTraining];
  const own = person.data.skills ?? [];
  return [
    ...topics.flatMap((topic) => {
      const state = trainedIn(input.facts, person, isTopic(topic));
      if (state === 'trained') return [];
      return [
        state === 'never' ? say.neverTrained(topic) : say.ranOut(topic, input.day(lastDay(input, person, topic))),
      ];
    }),
    ...skills.filter((skill) => !own.some(isTopic(skill))).map(say.skill),
  ];
}

/** Roles that are filled by people without a name: of them nobody knows what they have learned. */
function unnamedRoles({ facts }: SectionInput, say: Say) {
  return facts.model
    .of('role')
    .filter((r) => (r.data.needs ?? []).length > 0 && facts.roleStaffing.peopleOf(r.id).length === 0)
    .map((role) => ({
      who: commas([nameOf(facts, role.id), role.data.count === undefined ? '' : say.unnamed(role.data.count)]),
      lacks: [say.unknown(commas(role.data.needs))],
    }));
}

/** Who must have learned what, until when that counts, what is missing, and a list for the next training. */
export const trainings = section({
  name: 'trainings',
  page: 'P18',
  extracts: [],
  words: trainingsWords,
  view,
  build: (input, say) => {
    const { facts, common, language } = input;
    const asked = [...askedOf(input)];
    const anonymous = unnamedRoles(input, say);
    const known = asked.filter(([p, { roles }]) => roles.length > 0 || (p.data.trainings ?? []).length > 0);
    if (known.length + anonymous.length === 0) return undefined;
    const missing = [
      ...known
        .map(([person, wants]) => ({ who: person.name, lacks: lacksOf(input, person, wants, say) }))
        .filter(({ lacks }) => lacks.length > 0),
      ...anonymous,
    ];
    const { every } = facts.model.policy.training ?? {};
    const left = (n: number): string => (n > 0 ? common.more(n) : '');
    return {
      content: {
        interval: every === undefined ? '' : say.interval(intervalIn(language, every)),
        missing: missing.slice(0, mostPeople),
        moreMissing: left(missing.length - mostPeople),
        people: known.slice(0, mostPeople).map(([person, { roles, topics }]) => {
          const attended: string[] = [];
          addOnce(
            attended,
            (person.data.trainings ?? []).map((t) => t.topic).filter((t) => !topics.some(isTopic(t))),
          );
          return {
            name: person.name,
            roles: commas(roles),
            topics: topics.map((topic) => ({ topic, valid: validText(input, person, topic, say) })),
            besides: commas(attended.map((topic) => `${topic} (${validText(input, person, topic, say)})`)),
          };
        }),
        morePeople: left(known.length - mostPeople),
        lines: Array.from({ length: emptyLines }, (_, i) => String(i + 1)),
      },
    };
  },
});
