import type { Period } from '../inventory/index.ts';

/** What is done at least once a year where neither the element nor the policy says more. */
export const yearly: Period = { months: 12, minutes: 0, text: '1y' };

/** The last day on which something done on `last` still counts; months end on their last day at the latest. */
export function dueOn(last: string, { months, minutes }: Period): string {
  const [year, month, day] = last.split('-').map(Number) as [number, number, number];
  const lastDayOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const days = Math.ceil(minutes / 1440);
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDayOfMonth) + days)).toISOString().slice(0, 10);
}

/** Whether something that is done every so often is late; never done is late. */
export const isOverdue = (last: string | undefined, every: Period, today: string): boolean =>
  last === undefined || dueOn(last, every) < today;
