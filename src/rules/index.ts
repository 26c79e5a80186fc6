import { bootstrapDeadlock } from './recovery/bootstrap-deadlock.ts';
import { selectorMatchesNothing } from './recovery/selector-matches-nothing.ts';
import type { Rule } from './rule.ts';
import { assetOrphan } from './structure/asset-orphan.ts';
import { assetOwnerMissing } from './structure/asset-owner-missing.ts';
import { assetPurposeMissing } from './structure/asset-purpose-missing.ts';
import { dateInFuture } from './structure/date-in-future.ts';
import { departmentNotCovered } from './structure/department-not-covered.ts';
import { idDuplicate } from './structure/id-duplicate.ts';
import { inventoryOutdated } from './structure/inventory-outdated.ts';
import {
  fileUnreadable,
  schemaInvalid,
  unitAmbiguous,
  yamlDuplicateKey,
  yamlEmpty,
  yamlEncoding,
  yamlLimit,
  yamlSyntax,
} from './structure/reading.ts';
import { referenceCircular } from './structure/reference-circular.ts';
import { referenceKindWrong } from './structure/reference-kind-wrong.ts';
import { referenceUnknown } from './structure/reference-unknown.ts';
import { requirementImpossible } from './structure/requirement-impossible.ts';
import { responsibleRoleMissing } from './structure/responsible-role-missing.ts';
import { secretInPlan } from './structure/secret-in-plan.ts';
import { waiverExpired } from './structure/waiver-expired.ts';
import { waiverWithoutReason } from './structure/waiver-without-reason.ts';

export type { Judgement, Profile, Rule } from './rule.ts';
export { profiles } from './rule.ts';
export { check, waive } from './run.ts';

/** All rules, by theme: what a plan file may hold, what holds between elements, what follows for recovery. */
export const rules: readonly Rule[] = [
  fileUnreadable,
  yamlEncoding,
  yamlLimit,
  yamlEmpty,
  yamlSyntax,
  yamlDuplicateKey,
  schemaInvalid,
  unitAmbiguous,
  idDuplicate,
  referenceUnknown,
  referenceKindWrong,
  referenceCircular,
  requirementImpossible,
  dateInFuture,
  assetOrphan,
  assetOwnerMissing,
  assetPurposeMissing,
  responsibleRoleMissing,
  inventoryOutdated,
  departmentNotCovered,
  waiverExpired,
  waiverWithoutReason,
  secretInPlan,
  bootstrapDeadlock,
  selectorMatchesNothing,
];
