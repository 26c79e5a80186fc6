import type { Facts } from '../../analysis/index.ts';
import { section } from '../binder.ts';
import { deadlockText } from '../deadlock-text.ts';
import { firstCalls } from '../first-calls.ts';
import { span, titleOf } from '../format.ts';
import { scenariosOf } from '../scenarios-of.ts';
import { flag, group, list, text, to } from '../view.ts';
import { emergencyCardWords } from '../words/emergency-card.ts';

/** How many steps of the order stand on the card. */
const mostSteps = 6;
/** So many sheets still fit on the front; more are listed on the back. */
const mostDoors = 6;

const door = group({ name: text('Its name.'), to: to('its sheet') }, 'A sheet to turn to.');
const view = {
  steps: list(text('One instruction.'), 'What is done first.'),
  numbers: list(
    group(
      { who: text('Name.'), role: text('Why this person.'), number: text('Telephone number.') },
      'Somebody to call.',
    ),
    'At most five, the most important one first.',
  ),
  scenarios: list(door, 'Sheets of scenarios, where this binder has them.'),
  isOnBack: flag('Whether there are too many of them for the front.'),
  first: list(text('Id.'), 'The first elements of the recovery order.'),
  deadlocks: list(text('A sentence.'), 'What cannot be started from cold.'),
  hasCallList: flag('Whether the binder has the call list.'),
  hasOrder: flag('Whether the binder has the recovery order.'),
};

/** The measures of the scenario that was chosen, else what is right in any case. */
function firstSteps(
  facts: Facts,
  scenarioId: string | null,
  say: (typeof emergencyCardWords)['en'],
): readonly string[] {
  const scenario = facts.model.of('scenario').find((s) => s.id === scenarioId);
  const written = (scenario?.data.immediateMeasures ?? []).map((m) => {
    if (typeof m === 'string') return m;
    const how = m.procedure === undefined ? '' : titleOf(facts.model.elements.get(m.procedure));
    const within = m.within === undefined ? '' : say.within(span(m.within));
    return `${[m.do, how].filter(Boolean).join(': ')}${within}`;
  });
  return written.length > 0 ? written : say.usual.split('\n');
}

/** The first ten minutes on one page. */
export const emergencyCard = section({
  name: 'emergency-card',
  page: 'P2',
  extracts: ['role', 'scenario', 'element'],
  words: emergencyCardWords,
  view,
  build: (input, say) => {
    const { facts, recovery, common, includes, linkTo } = input;
    const doors = scenariosOf(input)
      .map((e) => ({ name: e.name, to: linkTo(e.id) }))
      .filter((d) => includes('scenarios') && d.to !== '');
    return {
      content: {
        steps: [...firstSteps(facts, recovery.scenario.id, say)],
        numbers: firstCalls(facts, say),
        scenarios: doors,
        isOnBack: doors.length > mostDoors,
        first: recovery.steps.slice(0, mostSteps).map((s) => s.element),
        deadlocks: recovery.deadlocks.map((d) => deadlockText(d, common)),
        hasCallList: includes('call-list'),
        hasOrder: includes('recovery-order'),
      },
    };
  },
});
