import { safe, wrap } from '../terminal.ts';
import type { DueItem, DueView } from './view.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const months = 'January February March April May June July August September October November December'.split(' ');

/** `November 2026`. */
const monthOf = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** Why a line is where it is: late, never done, accepted, when last and how often. */
function state({ overdue, overdueDays, last, every, reason, waived }: DueItem): string {
  const late = overdueDays > 0 ? `${count(overdueDays, 'day')} late` : overdue ? 'due now' : '';
  const until = waived?.until === undefined ? '' : ` until ${waived.until}`;
  const accepted = waived ? `waived${until}${waived.by === undefined ? '' : ` by ${safe(waived.by)}`}` : '';
  const done = [last === null ? '' : `last ${last}`, every === null ? '' : `every ${safe(every)}`];
  return [late, safe(reason ?? ''), accepted, ...done].filter(Boolean).join(', ');
}

function who({ responsible, people }: DueItem): string {
  if (responsible === null) return 'nobody is responsible';
  const names = people.filter((p) => p.id !== responsible).map((p) => safe(p.name));
  const [self] = people.filter((p) => p.id === responsible).map((p) => safe(p.name));
  return names.length > 0 ? `${safe(responsible)} (${names.join(', ')})` : (self ?? safe(responsible));
}

function lines(item: DueItem, width: number): string[] {
  const about = [state(item), who(item), `${safe(item.file)}:${item.line}`].filter(Boolean).join('; ');
  return [...wrap(`${item.dueOn} ${safe(item.title)}`, width, '           ', ''), ...wrap(about, width, '           ')];
}

/** What is late first, then by month; the day, what, why, who, and where it stands in the plan. */
export const text: DueView = {
  name: 'text',
  render: (items, { width, until }) => {
    const late = items.filter((i) => i.overdue);
    const coming = items.filter((i) => !i.overdue);
    const horizon = until === undefined ? '' : ` until ${until}`;
    if (items.length === 0) return `Nothing is due${horizon}.\n`;
    const out: string[] = late.length > 0 ? [`OVERDUE: ${late.length}`, ...late.flatMap((i) => lines(i, width))] : [];
    const byMonth = new Map<string, DueItem[]>();
    for (const item of coming) byMonth.set(monthOf(item.dueOn), [...(byMonth.get(monthOf(item.dueOn)) ?? []), item]);
    for (const [month, some] of byMonth) {
      if (out.length > 0) out.push('');
      out.push(`${month.toUpperCase()}: ${some.length}`, ...some.flatMap((i) => lines(i, width)));
    }
    return `${out.join('\n')}\n`;
  },
};
