import { type Duty, type Facts, dutyTitles as titles } from '../../analysis/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { DueItem } from './view.ts';

/** A duty with what the rules say of it. */
interface Judged {
  readonly duty: Duty;
  readonly rule: string;
  readonly late: boolean;
  readonly waived?: { readonly reason: string; readonly by?: string; readonly until?: string } | undefined;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function titleOf({ model }: Facts, { what, element, elements, detail }: Duty): string {
  const name = element === undefined ? undefined : model.elements.get(element)?.name;
  const systems = elements && elements.length > 1 ? `${elements.length} systems` : undefined;
  const about = [detail, name === undefined ? undefined : name === element ? element : `${name} (${element})`, systems];
  const words = about.filter((w) => w !== undefined).join(', ');
  return words === '' ? titles[what] : `${titles[what]}: ${words}`;
}

/** Duties as lines of a list, sorted by day, then by what they are. */
export function dueItems(facts: Facts, judged: readonly Judged[], locate: (at: Location) => { line: number }) {
  const { model, today, roleStaffing } = facts;
  const items = judged.map(({ duty, rule, late, waived }): DueItem => {
    const dueOn = duty.dueOn ?? today;
    const { responsible } = duty;
    return {
      what: duty.what,
      title: titleOf(facts, duty),
      element: duty.element ?? null,
      elements: duty.elements ?? (duty.element === undefined ? [] : [duty.element]),
      detail: duty.detail ?? null,
      dueOn,
      overdue: late && waived === undefined,
      overdueDays: late ? daysBetween(dueOn, today) : 0,
      last: duty.last ?? null,
      every: duty.every?.text ?? null,
      reason: duty.reason ?? null,
      responsible: responsible ?? null,
      responsibleName: responsible === undefined ? null : (model.elements.get(responsible)?.name ?? responsible),
      people: roleStaffing.peopleOf(responsible).map(({ id, name }) => ({ id, name })),
      rule,
      waived: waived ?? null,
      file: duty.at.file,
      line: locate(duty.at).line,
    };
  });
  return items.sort(
    (a, b) =>
      byText(a.dueOn, b.dueOn) ||
      byText(a.what, b.what) ||
      byText(a.element ?? '', b.element ?? '') ||
      byText(a.detail ?? '', b.detail ?? '') ||
      byText(a.file, b.file) ||
      a.line - b.line,
  );
}
