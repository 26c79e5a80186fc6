/** What the views of a recovery order say about a step, each in one place. */
import type { Element, Model } from '../../model/model.ts';
import { fillIn } from '../../model/placeholders.ts';
import type { Action, Objective, Recovery, Step } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import type { Clock } from '../clock.ts';
import { elapsed, inWords } from '../terminal.ts';

const verbs: Readonly<Record<Action, string>> = {
  wait: 'Wait for the part of',
  isolate: 'Isolate',
  replace: 'Replace',
  rebuild: 'Rebuild',
  restore: 'Restore',
  failover: 'Fail over',
  bypass: 'Go round',
  verify: 'Verify',
  restart: 'Start',
  shutdown: 'Shut down',
  normalise: 'Make whole',
};

/** "Start", "Fail over": an action as the beginning of an instruction. */
export const verbOf = (step: Step): string => verbs[step.action];

export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** The name of an element where it says more than the id does, else nothing. */
export function nameOf(model: Model, id: string): string {
  const name = model.elements.get(id)?.name ?? '';
  return name === id ? '' : name;
}

/** The people who do it, or else how many of which role; empty where nobody is named. */
export function whoDoes(step: Step, model: Model): readonly string[] {
  if (step.people.length > 0) return step.people.map((id) => nameOfMember(model, id));
  return Object.entries(step.staff).map(([id, n]) => {
    const name = model.elements.get(id)?.name ?? id;
    return n > 1 ? `${n} × ${name}` : name;
  });
}

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

/** "san-1", "1 of dc-01, dc-02": what has to be over before, without the steps of the same element. */
export const waitsOf = (step: Step): readonly string[] =>
  step.waitsFor
    .filter((w) => !w.of.every((id) => elementOf(id) === step.element))
    .map((w) => {
      const ids = [...new Set(w.of.map(elementOf))];
      return w.atLeast >= w.of.length ? ids.join(', ') : `${w.atLeast} of ${ids.join(', ')}`;
    });

/** Where it is started, when that is said. */
export const placeOf = (step: Step): string | undefined => step.placedOn;

type Instruction = NonNullable<Element<'procedure'>['data']['steps']>[number];

/** The written instructions for a step, for its operating system and with its own numbers and addresses filled in. */
export interface Instructions {
  readonly id: string;
  readonly title: string;
  readonly prerequisites: readonly string[];
  readonly steps: readonly Pick<Instruction, 'do' | 'command' | 'expect' | 'ifFails'>[];
  /** How it is seen that it worked. */
  readonly success: string | undefined;
}

/** What the plan says on how a step is done; undefined: no procedure is named, or it could not be read. */
export function instructionsOf(step: Step, model: Model): Instructions | undefined {
  const procedure = model.elements.get(step.procedure ?? '');
  if (procedure?.kind !== 'procedure') return undefined;
  const { title, prerequisites, steps, variants, success } = (procedure as Element<'procedure'>).data;
  const element = model.elements.get(step.element);
  const os = (element?.data as { os?: string } | undefined)?.os?.toLowerCase();
  const own = variants?.find((v) => v.os.toLowerCase() === os)?.steps ?? steps ?? [];
  const fill = (text: string): string => fillIn(text, element);
  return {
    id: procedure.id,
    title: title ?? procedure.name,
    prerequisites: (prerequisites ?? []).map(fill),
    steps: own.map(({ do: action, command, expect, ifFails }) => ({
      do: fill(action),
      ...(command === undefined ? {} : { command: fill(command) }),
      ...(expect === undefined ? {} : { expect: fill(expect) }),
      ...(ifFails === undefined ? {} : { ifFails: fill(ifFails) }),
    })),
    success: success === undefined ? undefined : fill(success),
  };
}

/** How it is seen that a step worked: as its procedure says, else what its last instruction lets one expect. */
export function checkOf(step: Step, model: Model): string | undefined {
  const instructions = instructionsOf(step, model);
  return instructions?.success ?? instructions?.steps.at(-1)?.expect;
}

/** A minute of the recovery: the time of the clock where it is known, else hours and minutes since the start. */
export const timeText = (minute: number, clock: Clock | undefined, before = 0): string =>
  clock ? clock.next(minute, before) : elapsed(minute);

/** "02:40–02:55", "0:00–0:15~"; the tilde says that the time is assumed. */
export function spanText(step: Step, clock: Clock | undefined): string {
  const assumed = step.assumed ? '~' : '';
  return `${timeText(step.start, clock)}–${timeText(step.end, clock, step.start)}${assumed}`;
}

/** "RTO 4h kept: 1:20 after the outage", "… cannot be kept: …". */
export function promiseText({ basis, limit, scheduled, lowerBound, verdict }: Objective): string {
  const promise = `${basis.toUpperCase()} ${inWords(limit)}`;
  const at = (minutes: number): string => `${elapsed(minutes)} after the outage`;
  switch (verdict) {
    case 'unreachable':
      return `${promise} cannot be kept: it does not come back by this plan`;
    case 'infeasible':
      return `${promise} cannot be kept: ${at(lowerBound)} at the earliest`;
    case 'contested':
      return `${promise} is not kept by this order: ${at(scheduled ?? 0)}`;
    case 'met':
      return `${promise} is kept: ${at(scheduled ?? 0)}`;
  }
}

/** The loss of everything says of nothing in particular that it was hit. */
export const isColdStart = ({ scenario }: Recovery): boolean =>
  scenario.id === null && scenario.name.startsWith('cold start');

/** "47 steps; the last ends 56m after the start at the earliest". */
export function summaryText(recovery: Recovery, clock: Clock | undefined): string {
  const { steps, makespan, optimal } = recovery;
  const end = `${clock ? `${clock.next(makespan, 0)}, ` : ''}${inWords(makespan)} after the start`;
  // Where no people were planned with, the figure is a bound and no promise.
  const staffed = steps.some((s) => s.people.length > 0);
  const bound = optimal && !staffed ? ', at the earliest: with enough people for all that can be done at once' : '';
  return `${plural(steps.length, 'step')}; the last ends ${clock ? 'at ' : ''}${end}${bound}`;
}
