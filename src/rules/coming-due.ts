import { type Duty, dutyTitles, type Facts, isLate } from '../analysis/index.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { ruleOf } from './judged-duties.ts';
import type { Rule } from './rule.ts';
import { isActive, severityOf } from './run.ts';

function saying({ what, element, elements, detail, last, every }: Duty, day: string): string {
  const about = elements && elements.length > 1 ? `${elements.length} systems` : element;
  const title = [dutyTitles[what], [detail, about].filter(Boolean).join(', ')].filter(Boolean).join(': ');
  const before = [last === undefined ? '' : `last ${last}`, every === undefined ? '' : `every ${every.text}`];
  const because = before.filter(Boolean).join(', ');
  return `${title} is due on ${day}${because === '' ? '' : ` (${because})`}`;
}

const msPerDay = 86_400_000;

/** What is done every week is not reported a month ahead: half of its own period is soon enough. */
function isSoon({ dueOn: day = '', last, every }: Duty, today: string, until: string): boolean {
  if (day > until) return false;
  if (last === undefined || every === undefined) return true;
  return (Date.parse(day) - Date.parse(today)) * 2 <= Math.max(Date.parse(day) - Date.parse(last), 2 * msPerDay);
}

/**
 * What is in order today and will not be any more on a later day, as findings of the rules that will find it then: so
 * that a check fails before something is overdue, and not the day after.
 * @param until the last day that is looked at, `YYYY-MM-DD`
 */
export function comingDue(
  facts: Facts,
  rules: readonly Rule[],
  until: string,
  chosen?: readonly string[],
): readonly Finding[] {
  const { policy } = facts.model;
  const active = new Map(rules.filter((r) => isActive(r, policy, chosen)).map((r) => [r.id, r]));
  return facts.duties.flatMap((duty): Finding[] => {
    const rule = active.get(ruleOf(facts, duty));
    if (!rule || duty.dueOn === undefined || isLate(duty, facts.today) || !isSoon(duty, facts.today, until)) return [];
    const set = severityOf(policy, [rule.id, ...(rule.alsoKnownAs ?? [])]);
    return [
      {
        rule: rule.id,
        severity: set === undefined || set === 'off' ? rule.severity : set,
        message: saying(duty, duty.dueOn),
        hint: 'do it before then and write down when',
        location: duty.at,
        source: rule.source,
        ...(duty.element === undefined ? {} : { element: duty.element }),
        ...(duty.elements === undefined ? {} : { elements: duty.elements }),
      },
    ];
  });
}
