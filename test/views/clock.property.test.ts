import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, isZone, parseMoment } from '../../src/views/clock.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
const minute = 60_000;

/** What the wall shows, by another way than the clock's: the Swedish locale writes dates as ISO does. */
const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);
const wall = (epoch: number, zone: string): string => (formats.get(zone) as Intl.DateTimeFormat).format(epoch);

/** All moments within a day and a half at which the wall shows this. Offsets and their changes are whole quarters. */
function instants(local: string, zone: string): number[] {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}:00Z`);
  const found: number[] = [];
  for (let quarter = -4 * 36; quarter <= 4 * 36; quarter++) {
    const epoch = asUtc + quarter * 15 * minute;
    if (wall(epoch, zone) === local) found.push(epoch);
  }
  return found;
}

/** Days around which clocks change are as likely as all others together. */
const changes = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2011-12-30', '2020-09-27', '2021-04-04'];
const moments = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0, 1) / minute, max: Date.UTC(2037, 0, 1) / minute }).map((m) => m * minute),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -1440, max: 2 * 1440 }))
    .map(([day, m]) => Date.parse(day) + m * minute),
);
const walls = moments.map((epoch) => new Date(epoch).toISOString().slice(0, 16).replace('T', ' '));

describe.each(zones)('the clock of %s', (zone) => {
  it('shows what the wall shows, with the offset in the hours that come twice', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 4000 }), (from, m) => {
        const clock = clockOf({ from, zone });
        const local = wall(from + m * minute, zone);
        const time = clock.time(m);
        expect(time.slice(0, 5)).toBe(local.slice(11));
        expect(time.length > 5).toBe(instants(local, zone).length > 1);
        expect(clock.moment(m).endsWith(` ${time}`)).toBe(true);
        expect(clock.iso(m).slice(0, 16)).toBe(local.replace(' ', 'T'));
        expect(Date.parse(clock.iso(m))).toBe(from + m * minute);
        expect(clock.next(m, 0)).toBe(local.slice(0, 10) === wall(from, zone).slice(0, 10) ? time : clock.moment(m));
      }),
      { numRuns: 120 },
    );
  });
  it('reads back what it has written', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 4000 }), (from, m) => {
        const clock = clockOf({ from, zone });
        expect(parseMoment(clock.iso(m), zone, '2000-01-01')).toEqual({ at: from + m * minute });
        const day = clock.iso(m).slice(0, 10);
        if (clock.time(m).length > 5) expect(parseMoment(clock.time(m), zone, day)).toEqual({ at: from + m * minute });
      }),
      { numRuns: 120 },
    );
  });
  it('takes a local time that exists once, and refuses all others with the offsets that are possible', () => {
    fc.assert(
      fc.property(walls, (local) => {
        const [day = '', time = ''] = local.split(' ');
        const parsed = parseMoment(time, zone, day);
        expect(parseMoment(`${day}T${time}`, zone, '2000-01-01')).toEqual(parsed);
        const all = instants(local, zone);
        if (all.length === 1) {
          expect(parsed).toEqual({ at: all[0] });
          return;
        }
        const { problem, hint } = parsed as { problem: string; hint: string };
        expect(problem).toContain(all.length > 1 ? 'twice' : 'no');
        const offered = [...hint.matchAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}/g)].map(([text]) => text);
        expect(offered.length).toBe(2);
        const taken = offered.map((text) => (parseMoment(text, zone, day) as { at: number }).at);
        if (all.length > 1) expect(taken).toEqual(all);
        expect(new Set(taken).size).toBe(2);
      }),
      { numRuns: 200 },
    );
  });
});

describe('times in words', () => {
  it('names the day when it changes and the year when that changes', () => {
    const clock = clockOf({ from: Date.parse('2026-12-30T22:30:00Z'), zone: 'Europe/Berlin' });
    expect(clock.moment(0)).toBe('Wed 30 Dec 23:30');
    expect(clock.next(29, 0)).toBe('23:59');
    expect(clock.next(30, 29)).toBe('Thu 31 Dec 00:00');
    expect(clock.next(1470, 30)).toBe('Fri 1 Jan 2027 00:00');
  });
  it('tells the two half past two of an October night apart', () => {
    const clock = clockOf({ from: Date.parse('2026-10-25T00:00:30Z'), zone: 'Europe/Berlin' });
    expect([0, 30, 90, 120].map(clock.time)).toEqual(['02:00+02:00', '02:30+02:00', '02:30+01:00', '03:00']);
    expect(clock.moment(90)).toBe('Sun 25 Oct 02:30+01:00');
    expect(clock.iso(120)).toBe('2026-10-25T03:00+01:00');
  });
  it('says which offset may be meant', () => {
    expect(parseMoment('02:30', 'Europe/Berlin', '2026-10-25')).toEqual({
      problem: 'on 2026-10-25 the clocks of Europe/Berlin show 02:30 twice: with the offset +02:00 and with +01:00',
      hint: 'say which: 2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00',
    });
    expect(parseMoment('2026-03-29T02:30', 'Europe/Berlin', '2026-01-01')).toEqual({
      problem: 'on 2026-03-29 there is no 02:30 in Europe/Berlin: the clocks are put forward over it',
      hint: 'say which offset is meant: 2026-03-29T02:30+01:00 (the clocks show 03:30) or 2026-03-29T02:30+02:00 (the clocks show 01:30)',
    });
    expect(parseMoment('2011-12-30T12:00', 'Pacific/Apia', '2026-01-01')).toEqual({
      problem: 'on 2011-12-30 there is no 12:00 in Pacific/Apia: the clocks are put forward over it',
      hint: 'say which offset is meant: 2011-12-30T12:00-10:00 (the clocks show 2011-12-31 12:00) or 2011-12-30T12:00+14:00 (the clocks show 2011-12-29 12:00)',
    });
  });
  it.each(['', 'noon', '24:00', '12:60', '2026-02-30T10:00', '2026-11-30', '2026-11-30T10:00+25:00', '10:00 CET'])(
    'refuses %j',
    (text) => {
      const parsed = parseMoment(text, 'Europe/Berlin', '2026-11-30');
      expect(parsed).toHaveProperty('problem');
      expect(parsed).toHaveProperty('hint');
    },
  );
  it.each([
    ['2:40', '2026-11-30T01:40Z'],
    ['02:40Z', '2026-11-30T02:40Z'],
    ['2026-12-01 02:40', '2026-12-01T01:40Z'],
    ['2026-12-01T02:40:30-0330', '2026-12-01T06:10:30Z'],
    ['2026-12-01T02:40+05', '2026-11-30T21:40Z'],
  ])('reads %j', (text, meant) => {
    expect(parseMoment(text, 'Europe/Berlin', '2026-11-30')).toEqual({ at: Date.parse(meant) });
  });
  it('knows which zones there are', () => {
    expect([isZone('Europe/Berlin'), isZone('Europe/Berln'), isZone('')]).toEqual([true, false, false]);
  });
});
