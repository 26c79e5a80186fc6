import { InvalidArgumentError } from 'commander';
import type { Period } from '../inventory/index.ts';
import { parsePeriod } from '../inventory/units.ts';

/** No plan looks further ahead, and days of five digits are no days of the calendar. */
const longestMonths = 1200;

/** The value of `--within`: a period of ISO 8601 or as plans write it. */
export const horizon = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (!('value' in parsed)) throw new InvalidArgumentError(`expected ${parsed.expected}.`);
  const { months, minutes } = parsed.value;
  if (months + minutes / 43_200 > longestMonths) throw new InvalidArgumentError('expected at most 100y.');
  return parsed.value;
};
