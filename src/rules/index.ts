import { availabilityLevelRtoMismatch } from './protection/availability-level-rto-mismatch.ts';
import { criticalityMissing } from './protection/criticality-missing.ts';
import { cumulationThresholdCrossed } from './protection/cumulation-threshold-crossed.ts';
import { cumulationUnassessed } from './protection/cumulation-unassessed.ts';
import { damageScenarioUnrated } from './protection/damage-scenario-unrated.ts';
import { distributionUnsupported } from './protection/distribution-unsupported.ts';
import { groupMembersUnequal } from './protection/group-members-unequal.ts';
import { maximumPrincipleViolated } from './protection/maximum-principle-violated.ts';
import { mixedProtectionOnHost } from './protection/mixed-protection-on-host.ts';
import { protectionNeedMissing } from './protection/protection-need-missing.ts';
import { protectionReasonMissing } from './protection/protection-reason-missing.ts';
import { rtoStricterDownstream } from './protection/rto-stricter-downstream.ts';
import { bootstrapDeadlock } from './recovery/bootstrap-deadlock.ts';
import { selectorMatchesNothing } from './recovery/selector-matches-nothing.ts';
import { commonCauseRedundancy } from './redundancy/common-cause-redundancy.ts';
import { communicationRedundancyMissing } from './redundancy/communication-redundancy-missing.ts';
import { forceMajeureNotExamined } from './redundancy/force-majeure-not-examined.ts';
import { highAvailabilityNotConsidered } from './redundancy/high-availability-not-considered.ts';
import { maintenanceContractExpired } from './redundancy/maintenance-contract-expired.ts';
import { singlePointOfFailure } from './redundancy/single-point-of-failure.ts';
import { spareLeadTimeExceedsRto } from './redundancy/spare-lead-time-exceeds-rto.ts';
import { sparePartsDeadlineMissing } from './redundancy/spare-parts-deadline-missing.ts';
import { sparePartsSupplyMissing } from './redundancy/spare-parts-supply-missing.ts';
import { staffRedundancyMissing } from './redundancy/staff-redundancy-missing.ts';
import type { Rule } from './rule.ts';
import { catalogueEntryUnknown } from './scenarios/catalogue-entry-unknown.ts';
import { coldStartScenarioMissing } from './scenarios/cold-start-scenario-missing.ts';
import { compromiseScenarioMissing } from './scenarios/compromise-scenario-missing.ts';
import { mandatoryScenarioMissing } from './scenarios/mandatory-scenario-missing.ts';
import { scenarioActionsMissing } from './scenarios/scenario-actions-missing.ts';
import { scenarioNeverExercised } from './scenarios/scenario-never-exercised.ts';
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
import { consolidationRatioHigh } from './virtualisation/consolidation-ratio-high.ts';
import { farmCapacityInsufficient } from './virtualisation/farm-capacity-insufficient.ts';
import { hostLossDataRisk } from './virtualisation/host-loss-data-risk.ts';
import { hypervisorHealthCheckMissing } from './virtualisation/hypervisor-health-check-missing.ts';
import { hypervisorHealthCheckOverdue } from './virtualisation/hypervisor-health-check-overdue.ts';
import { imageNotBackedUp } from './virtualisation/image-not-backed-up.ts';
import { redundantVmsColocated } from './virtualisation/redundant-vms-colocated.ts';
import { snapshotAssessmentMissing } from './virtualisation/snapshot-assessment-missing.ts';
import { snapshotOnlyBackup } from './virtualisation/snapshot-only-backup.ts';
import { virtualOnlyServiceDependency } from './virtualisation/virtual-only-service-dependency.ts';
import { vmBackupConceptNotReviewed } from './virtualisation/vm-backup-concept-not-reviewed.ts';
import { vmGroupingUnjustified } from './virtualisation/vm-grouping-unjustified.ts';
import { vmPlacementUnknown } from './virtualisation/vm-placement-unknown.ts';
import { vmTheftProcedureMissing } from './virtualisation/vm-theft-procedure-missing.ts';

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
  protectionNeedMissing,
  damageScenarioUnrated,
  maximumPrincipleViolated,
  protectionReasonMissing,
  cumulationUnassessed,
  cumulationThresholdCrossed,
  distributionUnsupported,
  criticalityMissing,
  availabilityLevelRtoMismatch,
  mixedProtectionOnHost,
  groupMembersUnequal,
  rtoStricterDownstream,
  virtualOnlyServiceDependency,
  redundantVmsColocated,
  vmGroupingUnjustified,
  vmPlacementUnknown,
  consolidationRatioHigh,
  snapshotAssessmentMissing,
  snapshotOnlyBackup,
  imageNotBackedUp,
  vmTheftProcedureMissing,
  hypervisorHealthCheckMissing,
  hypervisorHealthCheckOverdue,
  hostLossDataRisk,
  farmCapacityInsufficient,
  vmBackupConceptNotReviewed,
  singlePointOfFailure,
  commonCauseRedundancy,
  highAvailabilityNotConsidered,
  sparePartsSupplyMissing,
  sparePartsDeadlineMissing,
  spareLeadTimeExceedsRto,
  maintenanceContractExpired,
  forceMajeureNotExamined,
  staffRedundancyMissing,
  communicationRedundancyMissing,
  bootstrapDeadlock,
  selectorMatchesNothing,
  coldStartScenarioMissing,
  compromiseScenarioMissing,
  mandatoryScenarioMissing,
  catalogueEntryUnknown,
  scenarioActionsMissing,
  scenarioNeverExercised,
];
