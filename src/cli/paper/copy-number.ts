import { InvalidArgumentError } from 'commander';

/** The number of a copy as an option gives it. */
export function copyNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1.');
  return Number(text);
}
