export { dueOn, isOverdue, yearly } from '../analysis/index.ts';

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
