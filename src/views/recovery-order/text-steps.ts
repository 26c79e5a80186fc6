import { displayWidth } from '../../diagnostics/printable.ts';
import type { Model } from '../../model/model.ts';
import { momentsOf } from '../../recovery/moments.ts';
import type { Recovery, Step, Wait } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import type { Clock } from '../clock.ts';
import { elapsed, safe, wrap } from '../terminal.ts';

/** By what the steps are grouped: when they can be begun, the role or the person that does them. */
export const groupings = ['time', 'role', 'person'] as const;
export type Grouping = (typeof groupings)[number];

/** How the text is laid out. */
export interface TextOptions {
  /** Columns. */
  readonly width: number;
  /** Turns the words that must be seen first bold; the identity where there is no colour. */
  readonly strong: (text: string) => string;
  /** Shows times of the clock; without it hours and minutes from now. */
  readonly clock?: Clock | undefined;
  readonly by?: Grouping;
}

const verbs: Readonly<Record<Step['action'], string>> = {
  wait: 'WAIT FOR PART',
  isolate: 'ISOLATE',
  replace: 'REPLACE',
  rebuild: 'REBUILD',
  restore: 'RESTORE',
  failover: 'FAIL OVER',
  bypass: 'GO ROUND',
  normalise: 'MAKE WHOLE',
  verify: 'VERIFY',
  restart: 'START',
  shutdown: 'SHUT DOWN',
};

export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** At most so many ids, and how many more there are. */
export const list = (ids: readonly string[], most = 6): string => {
  const shown = ids.slice(0, most).map(safe).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
};

/** A minute of the recovery as the clock shows it, else as hours and minutes from now. */
export const timeOf = (minute: number, clock: Clock | undefined, before = 0): string =>
  clock ? clock.next(minute, before) : minute < 0 ? `-${elapsed(-minute)}` : elapsed(minute);

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

/** "san-1; 1 of dc-01, dc-02": what a step waits for, in the fewest words. */
function waits(step: Step): string {
  const say = (wait: Wait): string => {
    const all = [...new Set(wait.of.map(elementOf))];
    const ids = wait.atLeast >= wait.of.length ? all.filter((id) => id !== step.element) : all;
    return wait.atLeast >= wait.of.length ? list(ids) : `${wait.atLeast} of ${list(ids)}`;
  };
  const own = (wait: Wait): boolean => wait.of.every((id) => elementOf(id) === step.element);
  return step.waitsFor
    .filter((w) => !own(w))
    .map(say)
    .join('; ');
}

const nameOf = (model: Model, id: string): string => safe(model.elements.get(id)?.name ?? id);

/** "Anna Weber (Database administrator)": who does it, and as what. */
function who(step: Step, model: Model): string {
  const roles = Object.entries(step.staff).map(([id, n]) =>
    n > 1 ? `${n} × ${nameOf(model, id)}` : nameOf(model, id),
  );
  if (step.people.length === 0) return roles.join(', ');
  const people = step.people.map((id) => safe(nameOfMember(model, id)));
  const nameless = step.people.every((id) => id.includes(' #'));
  return nameless ? people.join(', ') : `${people.join(', ')} (${roles.join(', ')})`;
}

function titleOf(model: Model, id: string): string {
  const element = model.elements.get(id);
  const { title } = (element?.data ?? {}) as { title?: string };
  return safe(title ?? element?.name ?? id);
}

/** A step with its box to tick, its time, and below it what is needed to begin. */
export function stepLines(step: Step, number: number, model: Model, { width, strong, clock }: TextOptions): string[] {
  const name = model.elements.get(step.element)?.name ?? '';
  const span = `${timeOf(step.start, clock)}–${timeOf(step.end, clock, step.start)}${step.assumed ? '~' : ''}`;
  const head = `[ ] ${String(number).padStart(3)}  ${span.padEnd(14)} ${verbs[step.action]} `;
  const label = name !== '' && name !== step.element ? ` (${safe(name)})` : '';
  const indent = ' '.repeat(9);
  const start = `${head}${strong(safe(step.element))}`;
  const fits = displayWidth(`${head}${safe(step.element)} ${label.trim()}`) <= width;
  const first = label === '' ? [start] : fits ? [`${start}${label}`] : [start, ...wrap(label.trim(), width, indent)];
  const after = waits(step);
  const people = who(step, model);
  const alone = step.end - step.start - step.attended;
  const details = [
    step.automatic ? 'the farm restarts it by itself' : '',
    step.running ? 'under way: the time is the rest of it' : '',
    after === '' ? '' : `after: ${after}`,
    step.placedOn === undefined ? '' : `on: ${safe(step.placedOn)}, not its usual host`,
    step.places === undefined ? '' : `from: ${list(step.places)}`,
    step.procedure === undefined ? '' : `how: ${titleOf(model, step.procedure)} [${safe(step.procedure)}]`,
    people === ''
      ? ''
      : `who: ${people}${alone > 0 && step.attended > 0 ? `, until ${timeOf(step.start + step.attended, clock, step.start)}; then it runs alone` : ''}`,
    step.action === 'normalise' ? 'what was gone round is used again from here on' : '',
  ].filter((d) => d !== '');
  return [...first, ...details.flatMap((d) => wrap(d, width, indent))];
}

interface Group {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Now; next, what everybody does after that; and then the rest. */
function byMoment(steps: readonly Step[]): Group[] {
  const { now, next, later } = momentsOf(steps);
  return [
    { title: 'NOW: begin these at once', steps: now },
    { title: 'NEXT: what everybody does then', steps: next },
    { title: 'THEN, in this order', steps: later },
  ];
}

/** The steps of each role or person; a step of two people stands with both. */
function byHands(recovery: Recovery, model: Model, by: 'role' | 'person'): Group[] {
  const groups = new Map<string, Step[]>();
  for (const step of recovery.steps) {
    const keys = by === 'role' ? Object.keys(step.staff) : step.people;
    for (const key of keys.length > 0 ? keys : ['']) groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  const nobody = by === 'role' ? 'WITHOUT A ROLE' : 'WITHOUT PEOPLE: runs alone or waits for others';
  const end = ([key]: [string, Step[]]): string => (key === '' ? '\u{10FFFF}' : key);
  return [...groups]
    .sort((a, b) => (end(a) < end(b) ? -1 : 1))
    .map(([key, steps]) => ({
      title: key === '' ? nobody : safe(by === 'role' ? nameOf(model, key) : nameOfMember(model, key)).toUpperCase(),
      steps,
    }));
}

/** All steps in their groups, numbered in the order of time. */
export function stepGroups(recovery: Recovery, model: Model, options: TextOptions): string[] {
  const { by = 'time', strong } = options;
  const groups = by === 'time' ? byMoment(recovery.steps) : byHands(recovery, model, by);
  const number = new Map(recovery.steps.map((s, i) => [s.id, i + 1]));
  return groups
    .filter((g) => g.steps.length > 0)
    .flatMap(({ title, steps }) => [
      '',
      strong(title),
      ...steps.flatMap((s) => stepLines(s, number.get(s.id) as number, model, options)),
    ]);
}
