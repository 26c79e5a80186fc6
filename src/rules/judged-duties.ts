import { type Duty, type DutyKind, type Facts, isLate } from '../analysis/index.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Rule } from './rule.ts';
import { isActive, waive } from './run.ts';

/** The rule that judges each kind of duty, and the one that judges it where it was never done. */
const judges: Readonly<Record<DutyKind, { readonly late: string; readonly never?: string }>> = {
  'plan-review': { late: 'review-overdue' },
  'procedure-review': { late: 'review-overdue' },
  'document-review': { late: 'configuration-doc-outdated' },
  'backup-concept-review': { late: 'review-overdue' },
  'inventory-check': { late: 'inventory-outdated' },
  'contact-check': { late: 'contact-unverified' },
  training: { late: 'training-expired', never: 'training-missing' },
  exercise: { late: 'exercise-overdue' },
  'exercise-finding': { late: 'exercise-findings-open' },
  'restore-test': { late: 'restore-test-overdue', never: 'restore-test-missing' },
  'restore-test-finding': { late: 'restore-test-failed-open' },
  'telephony-restore': { late: 'voip-recovery-exercise-overdue' },
  'integrity-check': { late: 'backup-integrity-check-missing' },
  'log-review': { late: 'backup-log-review-overdue' },
  evaluation: { late: 'backup-evaluation-overdue' },
  'evaluation-action': { late: 'evaluation-action-overdue' },
  'health-check': { late: 'hypervisor-health-check-overdue' },
  'incident-exercise': { late: 'incident-plan-test-overdue' },
  'incident-review': { late: 'lessons-learned-missing' },
  'incident-lookback': { late: 'lessons-learned-missing' },
  'incident-lesson': { late: 'lessons-learned-missing' },
  'contract-end': { late: 'maintenance-contract-expired' },
  'waiver-end': { late: 'waiver-expired' },
};

/** The id of the rule that finds this duty when its day is over. */
export function ruleOf({ model }: Facts, { what, element, last, dueOn }: Duty): string {
  const { late, never = late } = judges[what];
  if (what === 'exercise' && model.elements.get(element ?? '')?.kind === 'scenario') return 'scenario-never-exercised';
  return last === undefined && dueOn === undefined ? never : late;
}

/** A duty as the rules see it. */
export interface JudgedDuty {
  readonly duty: Duty;
  readonly rule: string;
  readonly late: boolean;
  /** Set when a waiver of the plan covers its rule. */
  readonly waived?: Finding['waived'];
}

/**
 * The duties of a plan: those for which it says a day or a period itself, and those that an active rule asks for. A
 * plan that never mentions something and whose profiles do not ask for it is not reminded of it.
 */
export function judgedDuties(facts: Facts, rules: readonly Rule[], chosen?: readonly string[]): readonly JudgedDuty[] {
  const { policy, waivers } = facts.model;
  const active = new Set(rules.filter((r) => isActive(r, policy, chosen)).map((r) => r.id));
  return facts.duties.flatMap((duty) => {
    const rule = ruleOf(facts, duty);
    if (!duty.stated && !active.has(rule)) return [];
    const elements = duty.elements ?? (duty.element === undefined ? [] : [duty.element]);
    const finding: Finding = { rule, severity: 'warning', message: '', location: duty.at, elements };
    const waived = waive([finding], waivers, facts.today, rules)[0]?.waived;
    return [{ duty, rule, late: isLate(duty, facts.today), ...(waived ? { waived } : {}) }];
  });
}
