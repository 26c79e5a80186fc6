import type { Location } from '../diagnostics/location.ts';
import type { Element, Model } from '../model/model.ts';
import type { ProcedureUses } from './procedure-uses.ts';
import { staffAsked } from './staff-asked.ts';

/** More people of a role at once than it has; `where` counts the actions that ask for so many. */
export interface RoleGap {
  readonly role: Element<'role'>;
  readonly wanted: number;
  readonly available: number;
  /** Who asks for them, sorted. */
  readonly elements: readonly string[];
}

/** A skill that a step asks for and that nobody has who could do it. */
export interface SkillGap {
  readonly skill: string;
  /** `anybody`: nobody in the plan has it; `holders`: somebody has it, but none of those to whom the step is given. */
  readonly lackedBy: 'anybody' | 'holders';
  /** The procedures that ask for it, in order. */
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

/** To which roles the steps of a procedure are given where they do not say it themselves: whoever the actions ask for. */
function rolesOfProcedures(model: Model, uses: ProcedureUses): (procedure: string) => readonly string[] {
  const asked = new Map<string, Set<string>>();
  for (const { element, action, staff } of staffAsked(model)) {
    const key = `${element} ${action}`;
    const known = asked.get(key) ?? new Set();
    for (const role of Object.keys(staff)) known.add(role);
    asked.set(key, known);
  }
  return (id) => [
    ...new Set(uses.of(id).flatMap(({ element, action }) => [...(asked.get(`${element} ${action}`) ?? [])])),
  ];
}

/** The skills of the steps of all procedures, against those of whoever the step is given to. */
function skillGaps(model: Model, uses: ProcedureUses): readonly SkillGap[] {
  const skillsOf = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => (model.elements.get(id) as Element<'person'> | undefined)?.data.skills ?? []).map(word);
  const anonymous = model.of('role').filter((r) => !r.data.holders?.length && (r.data.count ?? 0) > 0);
  const known = new Set([
    ...skillsOf(model.of('person').map((p) => p.id)),
    ...anonymous.flatMap((r) => r.data.skills ?? []).map(word),
  ]);
  /** Whether a person or a role, named holders or not, can bring the skill; nobody known: nobody can say. */
  const canBring = (id: string, skill: string): boolean => {
    const one = model.elements.get(id);
    if (one?.kind === 'person') return skillsOf([id]).includes(skill);
    if (one?.kind !== 'role') return true;
    const { holders = [], skills = [] } = (one as Element<'role'>).data;
    // A skill that the role itself asks for is missed by trained-personnel-insufficient, once for all steps.
    return holders.length === 0 || skillsOf(holders).includes(skill) || skills.map(word).includes(skill);
  };
  const gaps = new Map<string, { skill: string; lackedBy: SkillGap['lackedBy']; askedBy: Set<string>; at: Location }>();
  const rolesOf = rolesOfProcedures(model, uses);
  for (const procedure of model.of('procedure')) {
    const { steps = [], variants = [] } = procedure.data;
    const all = [
      ...steps.map((step, i) => ({ step, path: ['steps', i] })),
      ...variants.flatMap((v, j) => v.steps.map((step, i) => ({ step, path: ['variants', j, 'steps', i] }))),
    ];
    for (const { step, path } of all) {
      if (step.skill === undefined) continue;
      const skill = word(step.skill);
      const doers = step.by === undefined ? rolesOf(procedure.id) : [step.by];
      const lackedBy = !known.has(skill) ? 'anybody' : 'holders';
      if (lackedBy === 'holders' && (doers.length === 0 || doers.some((id) => canBring(id, skill)))) continue;
      const key = `${lackedBy} ${skill}`;
      const at = { ...procedure.at, path: [...procedure.at.path, ...path, 'skill'] };
      const gap = gaps.get(key) ?? { skill: step.skill, lackedBy, askedBy: new Set(), at };
      gap.askedBy.add(procedure.id);
      gaps.set(key, gap);
    }
  }
  return [...gaps.values()].map((gap) => ({ ...gap, askedBy: [...gap.askedBy] }));
}

/** What actions, failovers, bypasses and procedures ask for, against who there is. */
export function staffingGaps(model: Model, uses: ProcedureUses): StaffingGaps {
  return { roles: roleGaps(model), skills: skillGaps(model, uses) };
}
