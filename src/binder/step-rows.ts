import type { Facts } from '../analysis/index.ts';
import { ranges } from '../diagnostics/ranges.ts';
import type { Step } from '../recovery/recovery.ts';
import { nameOfMember } from '../recovery/team.ts';
import type { SectionInput } from './binder.ts';
import { clock, commas, nameOf, titleOf } from './format.ts';
import { flag, group, text, to } from './view.ts';
import type { recoveryOrderWords } from './words/recovery-order.ts';

type Say = (typeof recoveryOrderWords)['en'];

/** One step of an order as it stands on paper. */
export const stepView = group(
  {
    number: text('Its place in the order, from 1.'),
    verb: text('What is done, in front of the element.'),
    id: text('Id of the element.'),
    name: text('Its name, where it is another.'),
    planned: text('From and to, hours and minutes from the first step.'),
    assumed: text('Said where the plan names no time.'),
    after: text('What must be done before; empty: nothing.'),
    who: text('Who does it.'),
    on: text('On which host, where it is not the usual one.'),
    procedure: text('Title of the procedure.'),
    to: to('the procedure'),
    sheet: to('the sheet of the element'),
    critical: flag('Whether it is on the critical path.'),
  },
  'A step.',
);

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

/** Up to so many are named; more are said by their numbers in the order. */
const mostNamed = 4;

/** What must be ticked before: by name, and by number where names would fill the line. */
function waitsOf(step: Step, { common }: SectionInput, places: ReadonlyMap<string, number>, say: Say): string {
  const others = (of: readonly string[]) => of.filter((id) => elementOf(id) !== step.element);
  const listed = (of: readonly string[]) => {
    const ids = [...new Set(of.map(elementOf))];
    const numbers = of.map((id) => places.get(id)).filter((n) => n !== undefined);
    if (ids.length <= mostNamed || numbers.length < of.length) return commas(ids);
    return say.steps(ranges([...new Set(numbers)].sort((a, b) => a - b)));
  };
  const all = others(step.waitsFor.filter((w) => w.atLeast >= w.of.length).flatMap((w) => w.of));
  const choices = step.waitsFor.filter((w) => w.atLeast < w.of.length && others(w.of).length > 0);
  return [listed(all), ...choices.map((w) => common.of(w.atLeast, listed(others(w.of))))].filter(Boolean).join('; ');
}

/** Which step stands at which place of an order, from 1. */
export const placesOf = (steps: readonly Step[]): ReadonlyMap<string, number> =>
  new Map(steps.map((step, i) => [step.id, i + 1]));

function whoOf(facts: Facts, step: Step, say: Say): string {
  if (step.automatic) return say.byItself;
  const roles = Object.entries(step.staff).map(([id, n]) =>
    n > 1 ? `${n} × ${nameOf(facts, id)}` : nameOf(facts, id),
  );
  const people = step.people.map((id) => nameOfMember(facts.model, id));
  const who = people.length > 0 ? `${commas(people)} (${commas(roles)})` : commas(roles);
  const alone = step.attended > 0 && step.attended < step.end - step.start && roles.length > 0;
  return alone ? say.untilTime(who, clock(step.start + step.attended)) : who;
}

/** A step with its times, who does it and where it says how. */
export function stepRow(input: SectionInput, step: Step, places: ReadonlyMap<string, number>, say: Say) {
  const { facts, common, linkTo } = input;
  const procedure = step.procedure === undefined ? undefined : facts.model.elements.get(step.procedure);
  const name = nameOf(facts, step.element);
  return {
    number: String(places.get(step.id)),
    verb: common.verbs[step.action] ?? step.action,
    id: step.element,
    name: name === step.element ? '' : name,
    planned: `${clock(step.start)}–${clock(step.end)}`,
    assumed: step.assumed ? say.assumed : '',
    after: waitsOf(step, input, places, say),
    who: whoOf(facts, step, say),
    on: step.placedOn === undefined ? '' : say.placedOn(step.placedOn),
    procedure: procedure ? titleOf(procedure) : '',
    to: linkTo(procedure?.id),
    sheet: linkTo(step.element),
    critical: step.critical,
  };
}
