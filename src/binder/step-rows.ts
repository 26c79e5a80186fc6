import type { Facts } from '../analysis/index.ts';
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

function waitsOf(step: Step, of: (n: number, all: string) => string): string {
  const said = step.waitsFor.map((w) => {
    const ids = [...new Set(w.of.map(elementOf))].filter((id) => id !== step.element);
    return ids.length === 0 ? '' : w.atLeast < w.of.length ? of(w.atLeast, commas(ids)) : commas(ids);
  });
  return said.filter(Boolean).join('; ');
}

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
export function stepRow({ facts, common, linkTo }: SectionInput, step: Step, number: number, say: Say) {
  const procedure = step.procedure === undefined ? undefined : facts.model.elements.get(step.procedure);
  const name = nameOf(facts, step.element);
  return {
    number: String(number),
    verb: common.verbs[step.action] ?? step.action,
    id: step.element,
    name: name === step.element ? '' : name,
    planned: `${clock(step.start)}–${clock(step.end)}`,
    assumed: step.assumed ? say.assumed : '',
    after: waitsOf(step, common.of),
    who: whoOf(facts, step, say),
    on: step.placedOn === undefined ? '' : say.placedOn(step.placedOn),
    procedure: procedure ? titleOf(procedure) : '',
    to: linkTo(procedure?.id),
    sheet: linkTo(step.element),
    critical: step.critical,
  };
}
