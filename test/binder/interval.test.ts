import { expect, test } from 'vitest';
import { intervalIn } from '../../src/binder/interval.ts';
import { parsePeriod } from '../../src/inventory/units.ts';

const say = (text: string): string => {
  const parsed = parsePeriod(text);
  if (!('value' in parsed)) throw new Error(parsed.expected);
  return `${intervalIn('en', parsed.value)}, ${intervalIn('de', parsed.value)}`;
};

test.each([
  ['1y', 'every year, jedes Jahr'],
  ['24mo', 'every 2 years, alle 2 Jahre'],
  ['6mo', 'every 6 months, alle 6 Monate'],
  ['1mo', 'every month, jeden Monat'],
  ['14d', 'every 2 weeks, alle 2 Wochen'],
  ['90d', 'every 90 days, alle 90 Tage'],
  ['365d', 'every 365 days, alle 365 Tage'],
  ['24h', 'every day, jeden Tag'],
  ['36h', 'every 36 hours, alle 36 Stunden'],
  ['15m', 'every 15 minutes, alle 15 Minuten'],
  ['1mo2d', 'every 1mo2d, alle 1mo2d'],
])('%s is said as %s', (text, said) => {
  expect(say(text)).toBe(said);
});
