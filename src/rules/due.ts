import { type Duty, type DutyKind, type Facts, isLate } from '../analysis/index.ts';

export { dueOn, isOverdue } from '../analysis/index.ts';

/** The duties of a kind whose day is over or was never set: what rules on dates judge and `due` lists. */
export const late = ({ duties, today }: Facts, what: DutyKind): readonly Duty[] =>
  duties.filter((duty) => duty.what === what && isLate(duty, today));

/** Ids of elements of which something is due that was never done. */
export const neverDone = (duties: readonly Duty[]): ReadonlySet<string> =>
  new Set(duties.flatMap((d) => (d.last === undefined && d.element !== undefined ? [d.element] : [])));

/** Minutes as people say them: "7 days", "36 hours", "90 minutes". */
export function inTime(minutes: number): string {
  const [count, unit] =
    minutes >= 2880 && minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Minutes as hours and minutes: "1:45". */
export const clockTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes) % 60).padStart(2, '0')}`;
