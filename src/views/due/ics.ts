/** iCalendar (RFC 5545): one all-day event for each duty, which a later export with the same UID replaces. */
import { safe } from '../terminal.ts';
import type { DueItem, DueOptions, DueView } from './view.ts';

const dayMs = 86_400_000;
const compact = (day: string): string => day.replaceAll('-', '');
const dayAfter = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

/** A text value: what a calendar could obey is made visible, what the format reserves is escaped. */
const escaped = (value: string): string =>
  value
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map((line) => safe(line).replace(/[\\;,]/g, (c) => `\\${c}`))
    .join('\\n');

/** Octets of a character in UTF-8. */
const octets = (char: string): number => {
  const code = char.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 octets, continued after a space; no character is cut (3.1). */
function folded(line: string): string {
  let out = '';
  let used = 0;
  for (const char of line) {
    const size = octets(char);
    if (used + size > 75) {
      out += '\r\n ';
      used = 1;
    }
    out += char;
    used += size;
  }
  return out;
}

/** Records of the past: their day is a part of what they are, and does not move. */
const ofOneDay = new Set<string>(['exercise-finding', 'restore-test-finding', 'incident-lookback', 'incident-lesson']);

/** What makes a duty the same one in every export: all but its dates; equal ones are told apart by their order. */
function identities(items: readonly DueItem[], { header, hash }: DueOptions): readonly string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const parts = [header.plan.name, item.what, item.element, item.detail, ofOneDay.has(item.what) ? item.last : null];
    const key = JSON.stringify(parts);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${hash(`${key} ${nth}`).slice(0, 32)}@drplan`;
  });
}

function description(item: DueItem): string {
  const { overdueDays, dueOn, reason, last, every, responsible, responsibleName, people, waived } = item;
  const names = people.map((p) => p.name).filter((name) => name !== responsibleName);
  return [
    overdueDays > 0 ? `Overdue since ${dueOn}` : '',
    reason ?? '',
    last === null ? '' : `Last: ${last}`,
    every === null ? '' : `Every: ${every}`,
    responsible === null
      ? 'Nobody is responsible'
      : `Responsible: ${responsibleName}${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
    waived ? `Waived: ${waived.reason}` : '',
    `In the plan: ${item.file}:${item.line}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * One event. What is late stands on the day of the export, or nobody would see it. SEQUENCE and DTSTAMP grow with the
 * day of the export, so that the later of two exports wins although no state is kept between them.
 */
function event(item: DueItem, uid: string, today: string): string[] {
  const day = item.overdue ? today : item.dueOn;
  const stamp = `${compact(today)}T000000Z`;
  const title = item.overdue ? `OVERDUE: ${item.title}` : item.title;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${Math.max(0, Math.round((Date.parse(today) - Date.parse('2020-01-01')) / dayMs))}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(title.replace(/\s+/g, ' '))}`,
    `DESCRIPTION:${escaped(description(item))}`,
    `CATEGORIES:${item.what}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title.replace(/\s+/g, ' '))}`,
    // A week ahead at nine; what is late, at nine on its day.
    `TRIGGER:${item.overdue ? 'PT9H' : '-P6DT15H'}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A calendar that programs import or subscribe to. */
export const ics: DueView = {
  name: 'ics',
  render: (items, options) => {
    const { header } = options;
    const uids = identities(items, options);
    const name = header.plan.name ?? 'drplan';
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:-//drplan//drplan ${header.tool.version}//EN`,
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${escaped(name.replace(/\s+/g, ' '))}`,
      ...items.flatMap((item, i) => event(item, uids[i] as string, header.today)),
      'END:VCALENDAR',
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join('');
  },
};
