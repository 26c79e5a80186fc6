import { backupConceptMissing } from './backup/backup-concept-missing.ts';
import { backupCoverageGap } from './backup/backup-coverage-gap.ts';
import { backupDependencyUncovered } from './backup/backup-dependency-uncovered.ts';
import { backupDocOutdated } from './backup/backup-doc-outdated.ts';
import { backupDurationMissing } from './backup/backup-duration-missing.ts';
import { backupEncryptionMissing } from './backup/backup-encryption-missing.ts';
import { backupEncryptionUnverified } from './backup/backup-encryption-unverified.ts';
import { backupEncryptionWeak } from './backup/backup-encryption-weak.ts';
import { backupErrorCodeMissing } from './backup/backup-error-code-missing.ts';
import { backupErrorUnresolved } from './backup/backup-error-unresolved.ts';
import { backupEvaluationOverdue } from './backup/backup-evaluation-overdue.ts';
import { backupEvidenceMissing } from './backup/backup-evidence-missing.ts';
import { backupFrequencyMissing } from './backup/backup-frequency-missing.ts';
import { backupIntegrityCheckMissing } from './backup/backup-integrity-check-missing.ts';
import { backupIntervalExceedsRpo } from './backup/backup-interval-exceeds-rpo.ts';
import { backupKeyUnreachable } from './backup/backup-key-unreachable.ts';
import { backupLogReviewMissing } from './backup/backup-log-review-missing.ts';
import { backupLogReviewOverdue } from './backup/backup-log-review-overdue.ts';
import { backupMediaNotIndependent } from './backup/backup-media-not-independent.ts';
import { backupMetricsMissing } from './backup/backup-metrics-missing.ts';
import { backupMonitoringMissing } from './backup/backup-monitoring-missing.ts';
import { backupNotAutomated } from './backup/backup-not-automated.ts';
import { backupProcedureIncomplete } from './backup/backup-procedure-incomplete.ts';
import { backupRetentionMissing } from './backup/backup-retention-missing.ts';
import { backupRunFindingsOpen } from './backup/backup-run-findings-open.ts';
import { backupRunMissed } from './backup/backup-run-missed.ts';
import { backupSameNetwork } from './backup/backup-same-network.ts';
import { backupSameRoom } from './backup/backup-same-room.ts';
import { backupScheduleUntested } from './backup/backup-schedule-untested.ts';
import { backupSolutionNone } from './backup/backup-solution-none.ts';
import { backupSolutionNotAssessed } from './backup/backup-solution-not-assessed.ts';
import { backupStorageOvercommitted } from './backup/backup-storage-overcommitted.ts';
import { backupThirdPartyUnverified } from './backup/backup-third-party-unverified.ts';
import { backupTransferUnprotected } from './backup/backup-transfer-unprotected.ts';
import { backupUserFeedbackMissing } from './backup/backup-user-feedback-missing.ts';
import { backupWindowInBusinessHours } from './backup/backup-window-in-business-hours.ts';
import { backupWindowOverrun } from './backup/backup-window-overrun.ts';
import { evaluationActionOverdue } from './backup/evaluation-action-overdue.ts';
import { initialBackupKindUncovered } from './backup/initial-backup-kind-uncovered.ts';
import { initialBackupMissing } from './backup/initial-backup-missing.ts';
import { restoreInfoOnBackupSystem } from './backup/restore-info-on-backup-system.ts';
import { restoreProcedureMissing } from './backup/restore-procedure-missing.ts';
import { retentionBelowRequirement } from './backup/retention-below-requirement.ts';
import { retentionConflict } from './backup/retention-conflict.ts';
import { retentionIndefinitePersonalData } from './backup/retention-indefinite-personal-data.ts';
import { emergencyLevelMissing } from './continuity/emergency-level-missing.ts';
import { mtpdMissing } from './continuity/mtpd-missing.ts';
import { rpoMissing } from './continuity/rpo-missing.ts';
import { rtoExceedsMtpd } from './continuity/rto-exceeds-mtpd.ts';
import { rtoMissing } from './continuity/rto-missing.ts';
import { workaroundMissing } from './continuity/workaround-missing.ts';
import { binderOnlyOneSite } from './documentation/binder-only-one-site.ts';
import { binderStorageUnspecified } from './documentation/binder-storage-unspecified.ts';
import { configOfflineCopyMissing } from './documentation/config-offline-copy-missing.ts';
import { configurationDocMissing } from './documentation/configuration-doc-missing.ts';
import { configurationDocOutdated } from './documentation/configuration-doc-outdated.ts';
import { configurationDocUnreachable } from './documentation/configuration-doc-unreachable.ts';
import { contactDependsOnOutage } from './documentation/contact-depends-on-outage.ts';
import { contactSingleChannel } from './documentation/contact-single-channel.ts';
import { contactUnverified } from './documentation/contact-unverified.ts';
import { distributionListMissing } from './documentation/distribution-list-missing.ts';
import { docOlderThanChange } from './documentation/doc-older-than-change.ts';
import { emergencyDocumentsHolderMissing } from './documentation/emergency-documents-holder-missing.ts';
import { emergencyPlanIntegrationMissing } from './documentation/emergency-plan-integration-missing.ts';
import { paperCopyMissing } from './documentation/paper-copy-missing.ts';
import { paperCopyStale } from './documentation/paper-copy-stale.ts';
import { planPurposeMissing } from './documentation/plan-purpose-missing.ts';
import { reviewOverdue } from './documentation/review-overdue.ts';
import { communicationChannelDependsOnOutage } from './incident/communication-channel-depends-on-outage.ts';
import { communicationPlanIncomplete } from './incident/communication-plan-incomplete.ts';
import { incidentClassificationMissing } from './incident/incident-classification-missing.ts';
import { incidentLeadMissing } from './incident/incident-lead-missing.ts';
import { incidentLogMissing } from './incident/incident-log-missing.ts';
import { incidentPhaseMissing } from './incident/incident-phase-missing.ts';
import { incidentPlanComponentMissing } from './incident/incident-plan-component-missing.ts';
import { incidentPlanMissing } from './incident/incident-plan-missing.ts';
import { incidentPlanTestOverdue } from './incident/incident-plan-test-overdue.ts';
import { incidentPriorityMissing } from './incident/incident-priority-missing.ts';
import { incidentRecordIncomplete } from './incident/incident-record-incomplete.ts';
import { incidentTeamMissing } from './incident/incident-team-missing.ts';
import { incidentTeamSkillsGap } from './incident/incident-team-skills-gap.ts';
import { incidentToolDependsOnOutage } from './incident/incident-tool-depends-on-outage.ts';
import { incidentToolsMissing } from './incident/incident-tools-missing.ts';
import { lessonsLearnedMissing } from './incident/lessons-learned-missing.ts';
import { monitoringMissing } from './incident/monitoring-missing.ts';
import { recoveryKindMissing } from './incident/recovery-kind-missing.ts';
import { regulatoryReportingMissing } from './incident/regulatory-reporting-missing.ts';
import { backupTrainingMissing } from './people/backup-training-missing.ts';
import { deputyMissing } from './people/deputy-missing.ts';
import { exerciseCoverageGap } from './people/exercise-coverage-gap.ts';
import { exerciseFindingsOpen } from './people/exercise-findings-open.ts';
import { exerciseMissing } from './people/exercise-missing.ts';
import { exerciseOverdue } from './people/exercise-overdue.ts';
import { roleDoubleLoaded } from './people/role-double-loaded.ts';
import { roleUnassigned } from './people/role-unassigned.ts';
import { trainedPersonnelInsufficient } from './people/trained-personnel-insufficient.ts';
import { trainingExpired } from './people/training-expired.ts';
import { trainingMissing } from './people/training-missing.ts';
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
import { activationCriteriaMissing } from './recovery/activation-criteria-missing.ts';
import { alternativeMeasureMissing } from './recovery/alternative-measure-missing.ts';
import { bootstrapDeadlock } from './recovery/bootstrap-deadlock.ts';
import { deactivationCriteriaMissing } from './recovery/deactivation-criteria-missing.ts';
import { failureProcedureMissing } from './recovery/failure-procedure-missing.ts';
import { hostRecoveryEffortUnplanned } from './recovery/host-recovery-effort-unplanned.ts';
import { infrastructureServiceNotModelled } from './recovery/infrastructure-service-not-modelled.ts';
import { osVariantProcedureMissing } from './recovery/os-variant-procedure-missing.ts';
import { procedureNotSelfContained } from './recovery/procedure-not-self-contained.ts';
import { procedureStepVague } from './recovery/procedure-step-vague.ts';
import { recoveryPersonOverloaded } from './recovery/recovery-person-overloaded.ts';
import { recoveryPersonUnavailable } from './recovery/recovery-person-unavailable.ts';
import { recoveryPlanMissing } from './recovery/recovery-plan-missing.ts';
import { returnToNormalMissing } from './recovery/return-to-normal-missing.ts';
import { rtoAtRisk } from './recovery/rto-at-risk.ts';
import { rtoInfeasible } from './recovery/rto-infeasible.ts';
import { selectorMatchesNothing } from './recovery/selector-matches-nothing.ts';
import { shutdownProcedureMissing } from './recovery/shutdown-procedure-missing.ts';
import { startupSequenceMissing } from './recovery/startup-sequence-missing.ts';
import { stepWithoutDuration } from './recovery/step-without-duration.ts';
import { stepWithoutSkill } from './recovery/step-without-skill.ts';
import { stepWithoutVerification } from './recovery/step-without-verification.ts';
import { successCriterionMissing } from './recovery/success-criterion-missing.ts';
import { supportSystemNotModelled } from './recovery/support-system-not-modelled.ts';
import { commonCauseRedundancy } from './redundancy/common-cause-redundancy.ts';
import { communicationRedundancyMissing } from './redundancy/communication-redundancy-missing.ts';
import { forceMajeureNotExamined } from './redundancy/force-majeure-not-examined.ts';
import { highAvailabilityNotConsidered } from './redundancy/high-availability-not-considered.ts';
import { maintenanceContractExpired } from './redundancy/maintenance-contract-expired.ts';
import { singlePointOfFailure } from './redundancy/single-point-of-failure.ts';
import { spareDoesNotFit } from './redundancy/spare-does-not-fit.ts';
import { spareLeadTimeExceedsRto } from './redundancy/spare-lead-time-exceeds-rto.ts';
import { sparePartsDeadlineMissing } from './redundancy/spare-parts-deadline-missing.ts';
import { sparePartsSupplyMissing } from './redundancy/spare-parts-supply-missing.ts';
import { staffRedundancyMissing } from './redundancy/staff-redundancy-missing.ts';
import { restoreTestAfterChangeMissing } from './restore-tests/restore-test-after-change-missing.ts';
import { restoreTestFailedOpen } from './restore-tests/restore-test-failed-open.ts';
import { restoreTestMissing } from './restore-tests/restore-test-missing.ts';
import { restoreTestNeverComplete } from './restore-tests/restore-test-never-complete.ts';
import { restoreTestOverdue } from './restore-tests/restore-test-overdue.ts';
import { restoreTestScopeGap } from './restore-tests/restore-test-scope-gap.ts';
import { restoreTestSelfApproved } from './restore-tests/restore-test-self-approved.ts';
import { restoreTestUnapproved } from './restore-tests/restore-test-unapproved.ts';
import { restoreTimeExceedsRto } from './restore-tests/restore-time-exceeds-rto.ts';
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
import { ruleUnknown } from './structure/rule-unknown.ts';
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
import { voipBackupConceptRefMissing } from './voip/voip-backup-concept-ref-missing.ts';
import { voipBackupGenerationsInsufficient } from './voip/voip-backup-generations-insufficient.ts';
import { voipBackupMissing } from './voip/voip-backup-missing.ts';
import { voipBackupScopeIncomplete } from './voip/voip-backup-scope-incomplete.ts';
import { voipBackupScopeUndetermined } from './voip/voip-backup-scope-undetermined.ts';
import { voipChangeBackupMissing } from './voip/voip-change-backup-missing.ts';
import { voipChangelogUnreviewed } from './voip/voip-changelog-unreviewed.ts';
import { voipConfigReleaseUnrecorded } from './voip/voip-config-release-unrecorded.ts';
import { voipEmergencyCallPathMissing } from './voip/voip-emergency-call-path-missing.ts';
import { voipFallbackReleaseMissing } from './voip/voip-fallback-release-missing.ts';
import { voipRecoveryExerciseOverdue } from './voip/voip-recovery-exercise-overdue.ts';
import { voipReleaseChangePairMissing } from './voip/voip-release-change-pair-missing.ts';
import { voipRollbackProcedureMissing } from './voip/voip-rollback-procedure-missing.ts';
import { voipSpareReleaseMismatch } from './voip/voip-spare-release-mismatch.ts';

export { comingDue } from './coming-due.ts';
export { mostImportant, type Ranked } from './importance.ts';
export { type JudgedDuty, judgedDuties, ruleOf } from './judged-duties.ts';
export type { Judgement, Profile, Rule } from './rule.ts';
export { profiles } from './rule.ts';
export { check, isActive, waive } from './run.ts';

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
  ruleUnknown,
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
  rtoMissing,
  rpoMissing,
  mtpdMissing,
  rtoExceedsMtpd,
  workaroundMissing,
  emergencyLevelMissing,
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
  backupConceptMissing,
  backupSolutionNone,
  backupCoverageGap,
  backupDependencyUncovered,
  initialBackupKindUncovered,
  backupSolutionNotAssessed,
  backupNotAutomated,
  backupFrequencyMissing,
  backupRetentionMissing,
  backupIntervalExceedsRpo,
  retentionBelowRequirement,
  retentionConflict,
  retentionIndefinitePersonalData,
  backupStorageOvercommitted,
  backupProcedureIncomplete,
  backupWindowInBusinessHours,
  backupWindowOverrun,
  backupScheduleUntested,
  backupEncryptionMissing,
  backupEncryptionWeak,
  backupEncryptionUnverified,
  backupThirdPartyUnverified,
  backupKeyUnreachable,
  backupEvidenceMissing,
  initialBackupMissing,
  backupRunMissed,
  backupErrorUnresolved,
  backupErrorCodeMissing,
  backupRunFindingsOpen,
  backupDurationMissing,
  backupMonitoringMissing,
  backupLogReviewMissing,
  backupLogReviewOverdue,
  backupMediaNotIndependent,
  backupSameRoom,
  backupSameNetwork,
  backupTransferUnprotected,
  backupIntegrityCheckMissing,
  backupDocOutdated,
  backupMetricsMissing,
  backupEvaluationOverdue,
  evaluationActionOverdue,
  backupUserFeedbackMissing,
  restoreProcedureMissing,
  restoreInfoOnBackupSystem,
  restoreTestMissing,
  restoreTestOverdue,
  restoreTestAfterChangeMissing,
  restoreTestNeverComplete,
  restoreTestScopeGap,
  restoreTestFailedOpen,
  restoreTestUnapproved,
  restoreTestSelfApproved,
  restoreTimeExceedsRto,
  singlePointOfFailure,
  commonCauseRedundancy,
  highAvailabilityNotConsidered,
  sparePartsSupplyMissing,
  sparePartsDeadlineMissing,
  spareDoesNotFit,
  spareLeadTimeExceedsRto,
  maintenanceContractExpired,
  forceMajeureNotExamined,
  staffRedundancyMissing,
  communicationRedundancyMissing,
  bootstrapDeadlock,
  selectorMatchesNothing,
  rtoInfeasible,
  rtoAtRisk,
  recoveryPersonOverloaded,
  recoveryPlanMissing,
  startupSequenceMissing,
  failureProcedureMissing,
  shutdownProcedureMissing,
  supportSystemNotModelled,
  infrastructureServiceNotModelled,
  stepWithoutDuration,
  stepWithoutVerification,
  stepWithoutSkill,
  procedureStepVague,
  procedureNotSelfContained,
  osVariantProcedureMissing,
  hostRecoveryEffortUnplanned,
  recoveryPersonUnavailable,
  returnToNormalMissing,
  successCriterionMissing,
  activationCriteriaMissing,
  deactivationCriteriaMissing,
  alternativeMeasureMissing,
  coldStartScenarioMissing,
  compromiseScenarioMissing,
  mandatoryScenarioMissing,
  catalogueEntryUnknown,
  scenarioActionsMissing,
  scenarioNeverExercised,
  voipBackupConceptRefMissing,
  voipBackupGenerationsInsufficient,
  voipBackupMissing,
  voipBackupScopeIncomplete,
  voipBackupScopeUndetermined,
  voipChangeBackupMissing,
  voipChangelogUnreviewed,
  voipConfigReleaseUnrecorded,
  voipEmergencyCallPathMissing,
  voipFallbackReleaseMissing,
  voipRecoveryExerciseOverdue,
  voipReleaseChangePairMissing,
  voipRollbackProcedureMissing,
  voipSpareReleaseMismatch,
  backupTrainingMissing,
  deputyMissing,
  exerciseCoverageGap,
  exerciseFindingsOpen,
  exerciseMissing,
  exerciseOverdue,
  roleDoubleLoaded,
  roleUnassigned,
  trainedPersonnelInsufficient,
  trainingExpired,
  trainingMissing,
  communicationChannelDependsOnOutage,
  communicationPlanIncomplete,
  incidentClassificationMissing,
  incidentLeadMissing,
  incidentLogMissing,
  incidentPhaseMissing,
  incidentPlanComponentMissing,
  incidentPlanMissing,
  incidentPlanTestOverdue,
  incidentPriorityMissing,
  incidentRecordIncomplete,
  incidentTeamMissing,
  incidentTeamSkillsGap,
  incidentToolDependsOnOutage,
  incidentToolsMissing,
  lessonsLearnedMissing,
  monitoringMissing,
  recoveryKindMissing,
  regulatoryReportingMissing,
  binderOnlyOneSite,
  binderStorageUnspecified,
  configOfflineCopyMissing,
  configurationDocMissing,
  configurationDocOutdated,
  configurationDocUnreachable,
  contactDependsOnOutage,
  contactSingleChannel,
  contactUnverified,
  distributionListMissing,
  docOlderThanChange,
  emergencyDocumentsHolderMissing,
  emergencyPlanIntegrationMissing,
  paperCopyMissing,
  paperCopyStale,
  planPurposeMissing,
  reviewOverdue,
];
