/**
 * Units that authors write, and what the program gets. Every parser answers the value, or a sentence that says what
 * was expected.
 */
export type Parsed<T> = { readonly value: T } | { readonly expected: string };

const durationHelp = 'a duration with its unit: 15m, 4h, 1h30m, 3d, 2w or ISO 8601 such as PT4H';
const perUnit: Readonly<Record<string, number>> = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 };

/**
 * `1h30m`, `3d`, `PT4H`, `P2DT12H` → minutes. Years and months have no fixed length and are refused; a bare number is
 * ambiguous and refused. ISO 8601-1:2019 §5.5.2, without seconds: emergency plans are not written in seconds.
 */
export function parseDuration(text: string): Parsed<number> {
  const short = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?:in)?)?$/.exec(text);
  const iso = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  const found = text === '' ? null : (short ?? iso);
  if (!found) {
    if (/^\d+$/.test(text)) return { expected: `a unit: ${text}m, ${text}h or ${text}d` };
    if (/^P.*[YM]/.test(text) || /y$/.test(text)) {
      return { expected: `${durationHelp}; years and months have no fixed length here` };
    }
    return { expected: durationHelp };
  }
  const [w, d, h, m] = found.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number];
  const value = w * (perUnit.w as number) + d * (perUnit.d as number) + h * 60 + m;
  return Number.isSafeInteger(value) ? { value } : { expected: `${durationHelp}; this one is too long` };
}

/** A span of the calendar: months count as months, the rest in minutes. `text` is what the author wrote. */
export interface Period {
  readonly months: number;
  readonly minutes: number;
  readonly text: string;
}

/** `24h`, `90d`, `6mo`, `1y`, `P1Y6M` → a {@link Period}, for intervals and validity. */
export function parsePeriod(text: string): Parsed<Period> {
  const short = /^(?:(\d+)y)?(?:(\d+)mo)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?:in)?)?$/.exec(text);
  const iso = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  const found = text === '' ? null : (short ?? iso);
  if (!found) {
    return /^\d+$/.test(text)
      ? { expected: `a unit: ${text}d, ${text}w, ${text}mo or ${text}y` }
      : { expected: 'an interval with its unit: 24h, 7d, 2w, 6mo, 1y or ISO 8601 such as P1Y' };
  }
  const [y, mo, w, d, h, m] = found.slice(1).map((n) => Number(n ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { value: { months: y * 12 + mo, minutes: w * 10080 + d * 1440 + h * 60 + m, text } };
}

/** `2026-11-22`, a day that exists, kept as text: days compare as text and have no zone. */
export function parseDate(text: string): Parsed<string> {
  const help = 'a date as YYYY-MM-DD, such as 2026-11-22';
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return { expected: help };
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    return { expected: `${help}; this day is not in the calendar` };
  }
  return { value: text };
}

/** `2026-11-22T03:00+01:00` → milliseconds since the epoch. A time without a zone is refused. */
export function parseInstant(text: string): Parsed<number> {
  const help = 'a time with its zone, such as 2026-11-22T03:00+01:00';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text))
    return { expected: help };
  if ('expected' in parseDate(text.slice(0, 10))) return { expected: `${help}; this day is not in the calendar` };
  const value = Date.parse(text);
  return Number.isNaN(value) ? { expected: help } : { value };
}

/** `22:30` → minutes after midnight; `24:00` is the end of the day. */
export function parseClock(text: string): Parsed<number> {
  const found = /^(\d{2}):(\d{2})$/.exec(text);
  const hours = Number(found?.[1]);
  const minutes = Number(found?.[2]);
  const ok = found && minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return ok ? { value: hours * 60 + minutes } : { expected: 'a time of day as HH:MM, such as 22:30' };
}

const sizeUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** `64GiB`, `1.5 TB` → bytes (IEC 80000-13: Ki is 1024, k is 1000). */
export function parseSize(text: string): Parsed<number> {
  const found = /^(\d+(?:\.\d+)?) ?([kKMGTP]?i?B)$/.exec(text);
  const unit = found?.[2] ?? '';
  const binary = sizeUnits.indexOf(unit);
  const decimal = decimalUnits.indexOf(unit);
  if (!found || (binary < 0 && decimal < 0)) return { expected: 'a size with its unit, such as 64GiB or 2TB' };
  const factor = binary >= 0 ? 1024 ** binary : 1000 ** decimal;
  return { value: Math.round(Number(found[1]) * factor) };
}

export interface Money {
  /** In whole units of the currency, cents as a fraction. */
  readonly amount: number;
  /** ISO 4217: `EUR`. */
  readonly currency: string;
}

/** `50000 EUR` → {@link Money}. */
export function parseMoney(text: string): Parsed<Money> {
  const found = /^(\d+(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(text);
  return found
    ? { value: { amount: Number(found[1]), currency: found[2] as string } }
    : { expected: 'an amount with its currency, such as 50000 EUR' };
}
