import type { Period } from '../inventory/index.ts';
import type { Language } from './language.ts';

type Unit = readonly [size: number, names: Readonly<Record<Language, readonly [one: string, several: string]>>];

const ofMonths: readonly Unit[] = [
  [12, { en: ['year', 'years'], de: ['jedes Jahr', 'Jahre'] }],
  [1, { en: ['month', 'months'], de: ['jeden Monat', 'Monate'] }],
];
const ofMinutes: readonly Unit[] = [
  [10_080, { en: ['week', 'weeks'], de: ['jede Woche', 'Wochen'] }],
  [1440, { en: ['day', 'days'], de: ['jeden Tag', 'Tage'] }],
  [60, { en: ['hour', 'hours'], de: ['jede Stunde', 'Stunden'] }],
  [1, { en: ['minute', 'minutes'], de: ['jede Minute', 'Minuten'] }],
];

/** An interval as people say it: "every 6 months", "jedes Jahr". A mixed one stays as the author wrote it. */
export function intervalIn(language: Language, { months, minutes, text }: Period): string {
  // Months of the calendar have no fixed length, so they are never made of days, nor days of them.
  const [total, units] = months > 0 ? [months, ofMonths] : [minutes, ofMinutes];
  const fits = months > 0 && minutes > 0 ? undefined : units.find(([size]) => total > 0 && total % size === 0);
  const every = language === 'de' ? 'alle' : 'every';
  if (!fits) return `${every} ${text}`;
  const [size, names] = fits;
  const [one, several] = names[language];
  const n = total / size;
  if (n > 1) return `${every} ${n} ${several}`;
  return language === 'de' ? one : `${every} ${one}`;
}
