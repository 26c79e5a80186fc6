import type { Location } from '../../diagnostics/location.ts';
import type { Period } from '../../inventory/index.ts';
import type { Element, Model } from '../../model/model.ts';
import { dueOn } from '../due.ts';

/** What has a day on which it must be done again, mended, renewed or decided: names that outputs keep. */
export const dutyKinds = [
  'plan-review',
  'procedure-review',
  'document-review',
  'backup-concept-review',
  'inventory-check',
  'contact-check',
  'training',
  'exercise',
  'exercise-finding',
  'restore-test',
  'restore-test-finding',
  'telephony-restore',
  'integrity-check',
  'log-review',
  'evaluation',
  'evaluation-action',
  'health-check',
  'incident-exercise',
  'incident-review',
  'incident-lookback',
  'incident-lesson',
  'contract-end',
  'waiver-end',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Something that has to be done until a day. */
export interface Duty {
  readonly what: DutyKind;
  /** The element it is about; absent where it is about the whole plan, its incident response or a waiver. */
  readonly element?: string;
  /** All elements, where one deed is about many. */
  readonly elements?: readonly string[];
  /** What tells it apart from others of its kind and element: a topic, the text of a finding. */
  readonly detail?: string;
  /** The day it was last done. */
  readonly last?: string;
  readonly every?: Period;
  /** Whether the plan says a day or a period for it; else only rules ask for it. */
  readonly stated: boolean;
  /** The last day on which all is well. Absent: it is due at once, see `reason`. */
  readonly dueOn?: string;
  /** Why it is due though no day says so, or earlier than its period says. */
  readonly reason?: string;
  /** The role or person that sees to it. */
  readonly responsible?: string;
  readonly at: Location;
}

/** Whether its day is over, or was never set. */
export const isLate = (duty: Duty, today: string): boolean => duty.dueOn === undefined || duty.dueOn < today;

/** How often something is done: what the plan says, and what holds where it says nothing. */
export interface Interval {
  readonly written: Period | undefined;
  readonly usual: Period;
}

/** Days and reason of what is done every so often; never done is due at once. */
export function repeated(
  last: string | undefined,
  { written, usual }: Interval,
  never: string,
): Pick<Duty, 'last' | 'every' | 'stated' | 'dueOn' | 'reason'> {
  const every = written ?? usual;
  if (last !== undefined) return { last, every, stated: true, dueOn: dueOn(last, every) };
  return { every, stated: written !== undefined, reason: never };
}

/** Who sees to it where nobody is named: whoever answers for the plan. */
export const keeper = ({ plan }: Model, ...named: readonly (string | undefined)[]): Pick<Duty, 'responsible'> => {
  const one = [...named, plan?.owner, plan?.responsibility?.implement].find((id) => id !== undefined);
  return one === undefined ? {} : { responsible: one };
};

/** A field of an element, or its key where no field is named. */
export const placeOf = ({ at }: Element, ...path: readonly (string | number)[]): Location =>
  path.length === 0 ? { ...at, onKey: true } : { ...at, path: [...at.path, ...path] };
