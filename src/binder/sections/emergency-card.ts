import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import type { SectionBuilder } from '../binder.ts';
import { contactOf, peopleOf } from '../contacts.ts';
import { span, titleOf } from '../words.ts';

/** How many numbers fit on the card in large figures. */
const mostNumbers = 5;

interface CardNumber {
  readonly who: string;
  readonly role: string;
  readonly number: string;
}

/** Who decides, who leads, then whoever fills the roles: each person once, with the best number. */
function numbers(facts: Facts): readonly CardNumber[] {
  const { model } = facts;
  const callers: { role: string; people: readonly Element<'person'>[] }[] = [
    ...(model.plan?.activation?.decidedBy ?? []).map((id) => ({
      role: 'decides the emergency',
      people: peopleOf(facts, id),
    })),
    { role: 'leads the incident team', people: peopleOf(facts, model.incidentResponse?.team?.lead) },
    ...model.of('role').map((role) => ({ role: role.name, people: peopleOf(facts, role.id).slice(0, 1) })),
    { role: '', people: model.of('person') },
  ];
  const found = new Map<string, CardNumber>();
  for (const { role, people } of callers) {
    for (const person of people) {
      const number = contactOf(person).phones[0]?.number;
      if (number !== undefined && !found.has(person.id)) found.set(person.id, { who: person.name, role, number });
    }
  }
  return [...found.values()].slice(0, mostNumbers);
}

/** The measures of the scenario that was chosen, else what is right in any case. */
function firstSteps(facts: Facts, scenarioId: string | null): readonly string[] {
  const scenario = facts.model.of('scenario').find((s) => s.id === scenarioId);
  const written = (scenario?.data.immediateMeasures ?? []).map((m) => {
    if (typeof m === 'string') return m;
    const how = m.procedure === undefined ? '' : titleOf(facts.model.elements.get(m.procedure));
    const within = m.within === undefined ? '' : `, within ${span(m.within)}`;
    return `${[m.do, how].filter(Boolean).join(': ')}${within}`;
  });
  if (written.length > 0) return written;
  return [
    'People first: is anybody in danger? Call the emergency services before anything else.',
    'Write down the time. From now on write down everything you do.',
    'Call the people below, from the top, until somebody answers.',
    'Find out what has failed. Do not switch anything on yet.',
    'Take the recovery order. Work it off from the top, tick each step, write its time.',
  ];
}

/** The first ten minutes on one page. */
export const emergencyCard: SectionBuilder = {
  name: 'emergency-card',
  build: ({ facts, recovery }) => ({
    title: 'Emergency card: the first ten minutes',
    content: {
      steps: firstSteps(facts, recovery.scenario.id),
      numbers: numbers(facts),
      first: recovery.steps.slice(0, 6).map((s) => s.element),
      deadlocks: recovery.deadlocks.map((d) => d.sentence),
    },
  }),
};
