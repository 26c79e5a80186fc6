/** The clock on the wall: minutes of a recovery as local times of the plan's zone, daylight saving included. */

/** Minutes after the start of a recovery as what the clock shows then. */
export interface Clock {
  /** Epoch milliseconds of minute 0, cut to the minute. */
  readonly from: number;
  readonly zone: string;
  /** `02:40`; in the hour that autumn repeats with its offset, `02:30+01:00`. */
  readonly time: (minute: number) => string;
  /** `Mon 30 Nov 02:40`, with the year where it is not that of minute 0. */
  readonly moment: (minute: number) => string;
  /** The time alone where the day is that of minute `before`, else the moment. */
  readonly next: (minute: number, before: number) => string;
  /** `2026-11-30T02:40+01:00`, for programs. */
  readonly iso: (minute: number) => string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** Epoch milliseconds → what a clock of the zone shows, as if that were UTC. */
type Local = (epoch: number) => number;

const locals = new Map<string, Local>();

/** Made once per zone: a formatter costs more than a thousand uses of it. @throws RangeError: there is no such zone */
function localIn(zone: string): Local {
  const known = locals.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const made: Local = (epoch) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epoch)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  locals.set(zone, made);
  return made;
}

/** Whether the machine's table of time zones knows the name. */
export function isZone(zone: string): boolean {
  try {
    localIn(zone);
    return true;
  } catch {
    return false;
  }
}

/** `+01:00`. */
function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The offsets that the zone has from a day before to a day after a local time, in the order of time. */
function offsetsAround(local: number, toLocal: Local): number[] {
  const offsets: number[] = [];
  // No offset is farther from UTC than 15 hours, and no zone changes twice within hours.
  for (let epoch = local - 1.5 * dayMs; epoch <= local + 1.5 * dayMs; epoch += 6 * hourMs) {
    const offset = toLocal(epoch) - epoch;
    if (!offsets.includes(offset)) offsets.push(offset);
  }
  return offsets;
}

/** The instants at which a clock of the zone shows this: one, in autumn two, in the gap of spring none. */
const instantsOf = (local: number, toLocal: Local): number[] =>
  offsetsAround(local, toLocal)
    .map((offset) => local - offset)
    .filter((epoch) => toLocal(epoch) === local)
    .sort((a, b) => a - b);

/** `02:40` of a local time. */
function timeText(local: number): string {
  const at = new Date(local);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}
const dayText = (local: number): string => new Date(local).toISOString().slice(0, 10);

/**
 * The clock of a recovery that begins at `from` (epoch milliseconds) in an IANA time zone. The same on every machine:
 * no locale is asked.
 * @throws RangeError when there is no such zone; ask {@link isZone} before
 */
export function clockOf({ from, zone }: { readonly from: number; readonly zone: string }): Clock {
  const toLocal = localIn(zone);
  const start = Math.floor(from / minuteMs) * minuteMs;
  const epochAt = (minute: number): number => start + Math.round(minute) * minuteMs;
  const localAt = (minute: number): number => toLocal(epochAt(minute));
  const startYear = new Date(toLocal(start)).getUTCFullYear();
  const time = (minute: number): string => {
    const local = localAt(minute);
    const twice = instantsOf(local, toLocal).length > 1;
    return `${timeText(local)}${twice ? offsetText(local - epochAt(minute)) : ''}`;
  };
  const moment = (minute: number): string => {
    const day = new Date(localAt(minute));
    const year = day.getUTCFullYear() === startYear ? '' : ` ${day.getUTCFullYear()}`;
    const date = `${weekdays[day.getUTCDay()]} ${day.getUTCDate()} ${months[day.getUTCMonth()]}${year}`;
    return `${date} ${time(minute)}`;
  };
  return {
    from: start,
    zone,
    time,
    moment,
    next: (minute, before) => (dayText(localAt(minute)) === dayText(localAt(before)) ? time(minute) : moment(minute)),
    iso: (minute) => {
      const local = localAt(minute);
      return `${dayText(local)}T${timeText(local)}${offsetText(local - epochAt(minute))}`;
    },
  };
}

/** A moment as epoch milliseconds, or what is wrong with its text and what to write instead. */
export type ParsedMoment = { readonly at: number } | { readonly problem: string; readonly hint: string };

const shape = /^(?:(\d{4})-(\d{2})-(\d{2})[T ])?(\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const howTo = 'write 02:40, 2026-11-30T02:40 or 2026-11-30T02:40+01:00';

/** Minutes east of UTC that an offset says; undefined: there is no such offset. */
function minutesOf(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  if (hours > 18 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Why a local time cannot be meant, and the offsets with which it can. */
function notOnce(local: number, instants: readonly number[], zone: string, toLocal: Local) {
  const [day, time] = [dayText(local), timeText(local)];
  if (instants.length > 1) {
    const offsets = instants.map((epoch) => offsetText(local - epoch));
    return {
      problem: `on ${day} the clocks of ${zone} show ${time} twice: with the offset ${offsets.join(' and with ')}`,
      hint: `say which: ${offsets.map((offset) => `${day}T${time}${offset}`).join(' or ')}`,
    };
  }
  const around = offsetsAround(local, toLocal);
  const ways = [around[0] as number, around.at(-1) as number].map((offset) => {
    const shown = toLocal(local - offset);
    const other = dayText(shown) === day ? '' : `${dayText(shown)} `;
    return `${day}T${time}${offsetText(offset)} (the clocks show ${other}${timeText(shown)})`;
  });
  return {
    problem: `on ${day} there is no ${time} in ${zone}: the clocks are put forward over it`,
    hint: `say which offset is meant: ${ways.join(' or ')}`,
  };
}

/**
 * A moment as users write it: `02:40` (on `today`), `2026-11-30T02:40`, each with or without `Z` or an offset. Without
 * one it is the local time of `zone`; a time that does not exist there on that day, or exists twice, is refused.
 * @param today `YYYY-MM-DD`
 * @throws RangeError when there is no such zone; ask {@link isZone} before
 */
export function parseMoment(text: string, zone: string, today: string): ParsedMoment {
  const found = shape.exec(text.trim());
  if (!found) return { problem: `"${text}" is no time`, hint: howTo };
  const [, ...parts] = found;
  const [thisYear, thisMonth, thisDay] = today.split('-');
  const [year, month, day] = [parts[0] ?? thisYear, parts[1] ?? thisMonth, parts[2] ?? thisDay].map(Number);
  const [hour, minute, second] = [Number(parts[3]), Number(parts[4]), Number(parts[5] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) {
    return { problem: `"${text}" is no time of a day`, hint: 'times go from 00:00 to 23:59' };
  }
  const local = Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
  const at = new Date(local);
  if (at.getUTCFullYear() !== year || at.getUTCMonth() + 1 !== month || at.getUTCDate() !== day) {
    return { problem: `"${text}" is no day of the calendar`, hint: howTo };
  }
  const written = parts[6];
  if (written !== undefined) {
    const offset = minutesOf(written);
    if (offset === undefined) return { problem: `"${written}" is no offset from UTC`, hint: howTo };
    return { at: local - offset * minuteMs };
  }
  const toLocal = localIn(zone);
  const instants = instantsOf(local, toLocal);
  return instants.length === 1 ? { at: instants[0] as number } : notOnce(local, instants, zone, toLocal);
}
