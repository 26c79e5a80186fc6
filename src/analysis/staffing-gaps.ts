import type { Location } from '../diagnostics/location.ts';
import type { Element, Model } from '../model/model.ts';
import { staffAsked } from './staff-asked.ts';

/** More people of a role at once than it has; `where` counts the actions that ask for so many. */
export interface RoleGap {
  readonly role: Element<'role'>;
  readonly wanted: number;
  readonly available: number;
  /** Who asks for them, sorted. */
  readonly elements: readonly string[];
}

/** A skill that the recovery asks for and nobody has. */
export interface SkillGap {
  readonly skill: string;
  /** `anybody`: a step asks for it, and nobody in the plan has it; `holders`: a role asks for it, and none of its holders has it. */
  readonly lackedBy: 'anybody' | 'holders';
  /** The procedures or roles that ask for it, in order. */
  readonly askedBy: readonly string[];
  readonly at: Location;
}

/** What the recovery asks of people that nobody in the plan can do. */
export interface StaffingGaps {
  readonly roles: readonly RoleGap[];
  readonly skills: readonly SkillGap[];
}

const word = (skill: string): string => skill.trim().toLowerCase();

/** How many people fill a role; 0: nobody is named, which a rule on roles says. */
const filledBy = ({ data }: Element<'role'>): number => new Set(data.holders).size || (data.count ?? 0);

function roleGaps(model: Model): readonly RoleGap[] {
  const gaps = new Map<string, { wanted: number; elements: Set<string> }>();
  for (const { element, staff } of staffAsked(model)) {
    for (const [id, wanted] of Object.entries(staff)) {
      const role = model.elements.get(id) as Element<'role'> | undefined;
      const available = role?.kind === 'role' ? filledBy(role) : 0;
      if (available === 0 || wanted <= available) continue;
      const gap = gaps.get(id) ?? { wanted: 0, elements: new Set() };
      gaps.set(id, { wanted: Math.max(gap.wanted, wanted), elements: gap.elements.add(element) });
    }
  }
  return [...gaps]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { wanted, elements }]) => {
      const role = model.elements.get(id) as Element<'role'>;
      return { role, wanted, available: filledBy(role), elements: [...elements].sort() };
    });
}

/** Skills that steps name, and those of roles that act in the recovery and whose holders are named. */
function skillGaps(model: Model): readonly SkillGap[] {
  const skillsOf = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => (model.elements.get(id) as Element<'person'> | undefined)?.data.skills ?? []).map(word);
  const anonymous = model.of('role').filter((r) => !r.data.holders?.length && (r.data.count ?? 0) > 0);
  const known = new Set([
    ...skillsOf(model.of('person').map((p) => p.id)),
    ...anonymous.flatMap((r) => r.data.skills ?? []).map(word),
  ]);
  const gaps = new Map<string, { skill: string; lackedBy: SkillGap['lackedBy']; askedBy: Set<string>; at: Location }>();
  const add = (skill: string, by: Element, path: readonly (string | number)[]): void => {
    const lackedBy = by.kind === 'role' ? 'holders' : 'anybody';
    const key = `${lackedBy} ${word(skill)}`;
    const at = { ...by.at, path: [...by.at.path, ...path] };
    const gap = gaps.get(key) ?? { skill, lackedBy, askedBy: new Set(), at };
    gap.askedBy.add(by.id);
    gaps.set(key, gap);
  };
  const acting = new Set([...staffAsked(model)].flatMap(({ staff }) => Object.keys(staff)));
  for (const procedure of model.of('procedure')) {
    const { steps = [], variants = [] } = procedure.data;
    const all = [
      ...steps.map((step, i) => ({ step, path: ['steps', i] })),
      ...variants.flatMap((v, j) => v.steps.map((step, i) => ({ step, path: ['variants', j, 'steps', i] }))),
    ];
    for (const { step, path } of all) {
      if (step.by !== undefined) acting.add(step.by);
      if (step.skill !== undefined && !known.has(word(step.skill))) add(step.skill, procedure, [...path, 'skill']);
    }
  }
  for (const role of model.of('role').filter((r) => acting.has(r.id) && r.data.holders?.length)) {
    const has = new Set(skillsOf(role.data.holders ?? []));
    for (const skill of role.data.skills ?? []) if (!has.has(word(skill))) add(skill, role, ['skills']);
  }
  return [...gaps.values()].map((gap) => ({ ...gap, askedBy: [...gap.askedBy] }));
}

/** What actions, failovers, bypasses and procedures ask for, against who there is. */
export function staffingGaps(model: Model): StaffingGaps {
  return { roles: roleGaps(model), skills: skillGaps(model) };
}
