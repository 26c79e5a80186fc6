import type { ChangedPlan } from '../../support/changed-plan.ts';

/** What a rule finds in a plan after one change: its limits, its exceptions, its severities. */
export interface RuleCase extends ChangedPlan {
  readonly finds: readonly string[];
}
