import type { BackupRun } from '../inventory/index.ts';
import type { Element, Model, Node } from '../model/model.ts';
import { type BackupCoverage, backupCoverage } from './backup-coverage.ts';
import { type BackupHistory, backupHistories } from './backup-history.ts';
import { type BackupSurvival, backupSurvival } from './backup-survival.ts';
import { type CatalogueCoverage, catalogueCoverage } from './catalogue-coverage.ts';
import { caretakers } from './common-causes.ts';
import { type ConfigurationDocuments, configurationDocuments } from './configuration-documents.ts';
import type { CopyVerdict } from './copy-verdicts.ts';
import { type Deadlock, explainDeadlocks } from './deadlocks.ts';
import { dutiesOf } from './duties/duties.ts';
import type { Duty } from './duties/duty.ts';
import { type EmptySelector, emptySelectors } from './empty-selectors.ts';
import { buildRequirementGraph, type RequirementGraph } from './graph.ts';
import { type HostLoad, hostLoads } from './host-loads.ts';
import { type HostRecoveryEffort, hostRecoveryEfforts } from './host-recovery-effort.ts';
import { type Inherited, inheritedFields } from './inherited.ts';
import type { OrderVerdict } from './order-verdicts.ts';
import { type SameSteps, sameStepsForAll } from './os-variants.ts';
import { type OutageTooLong, outagesTooLong } from './outage-limits.ts';
import { type PlannedAction, plannedActions } from './planned-actions.ts';
import { type ProcedureUses, procedureUses } from './procedure-uses.ts';
import { type Needs, protectionNeeds } from './protection-needs.ts';
import { type RecordedDate, recordedDates } from './recorded-dates.ts';
import { type Replacement, replacements } from './replacements.ts';
import { type RestoreMeans, restoreMeans } from './restore-means.ts';
import { type RoleStaffing, roleStaffing } from './role-staffing.ts';
import { type EventImpact, scenarioImpacts } from './scenario-impacts.ts';
import { type ScenarioPreparedness, scenarioPreparedness } from './scenario-preparedness.ts';
import { type ShutdownOrder, shutdownOrder } from './shutdown-order.ts';
import { type StaffingGaps, staffingGaps } from './staffing-gaps.ts';
import { withoutStartPosition } from './start-positions.ts';
import { everything, startability } from './startable.ts';
import { type TimeObjectives, timeObjectives } from './time-objectives.ts';
import { type UnfilledPlaceholder, unfilledPlaceholders } from './unfilled-placeholders.ts';
import { type VirtualOnly, virtualOnly } from './virtual-only.ts';
import { type VoipDevice, voipDevices } from './voip-devices.ts';
import { type WeakPoints, weakPoints } from './weak-points.ts';

/** Everything derived from the plan, once; rules read it, recovery and paper use it. Computed when first asked for. */
export interface Facts {
  readonly model: Model;
  /** `YYYY-MM-DD`: the day of the check. */
  readonly today: string;
  /** Backup runs of the evidence beside the plan. */
  readonly runs: readonly BackupRun[];
  readonly graph: RequirementGraph;
  readonly inherited: Inherited;
  readonly needs: Needs;
  readonly timeObjectives: TimeObjectives;
  /** What is promised back later than its loss can be borne. */
  readonly outagesTooLong: readonly OutageTooLong[];
  readonly weakPoints: WeakPoints;
  /** Components of the virtualisation that need what only virtual machines provide. */
  readonly virtualOnly: readonly VirtualOnly[];
  readonly hostLoads: readonly HostLoad[];
  /** Where the replacement of an element can come from. */
  readonly replacements: (id: string) => readonly Replacement[];
  /** The people who look after an element; undefined: nobody is named. */
  readonly caretakers: (id: string) => ReadonlySet<string> | undefined;
  /** What is saved by which backup, and what by none. */
  readonly backupCoverage: BackupCoverage;
  /** What one loss takes together with its backups. */
  readonly backupSurvival: BackupSurvival;
  /** What the evidence says, by backup. */
  readonly backupHistories: ReadonlyMap<string, BackupHistory>;
  /** Whether a restore finds its key and its instructions. */
  readonly restoreMeans: (backup: Element<'backup'>) => RestoreMeans;
  /** Which procedures serve which elements. */
  readonly procedureUses: ProcedureUses;
  /** What is done to bring things back, how long it takes and whether anybody is named who does it. */
  readonly plannedActions: readonly PlannedAction[];
  /** Procedures that treat several operating systems alike. */
  readonly sameStepsForAll: readonly SameSteps[];
  /** Names in braces that the element a procedure is done to does not say. */
  readonly unfilledPlaceholders: readonly UnfilledPlaceholder[];
  /** Systems of which nothing says whether they are started first or last. */
  readonly withoutStartPosition: readonly Node[];
  /** What the loss of each host asks of those who bring it back. */
  readonly hostRecoveryEfforts: readonly HostRecoveryEffort[];
  /** What the recovery asks of people that nobody can do. */
  readonly staffingGaps: StaffingGaps;
  /** Where it is written how systems are set up. */
  readonly configurationDocuments: ConfigurationDocuments;
  /** Telephony that keeps settings, and what its restoration rests on. */
  readonly voipDevices: readonly VoipDevice[];
  /** Who fills which role, and what for. */
  readonly roleStaffing: RoleStaffing;
  readonly recordedDates: readonly RecordedDate[];
  /** Everything that has to be done until a day, or again after a period. */
  readonly duties: readonly Duty[];
  /** Selectors of scenarios that fit nothing. */
  readonly emptySelectors: readonly EmptySelector[];
  /** How far the scenarios answer the catalogue of emergencies. */
  readonly catalogueCoverage: CatalogueCoverage;
  /** What the scenarios prepare for, and which of them were practised. */
  readonly scenarioPreparedness: ScenarioPreparedness;
  /** What the cold start and each scenario take down. */
  readonly scenarioImpacts: readonly EventImpact[];
  /** What could never be started again if everything were off at once. */
  readonly deadlocks: readonly Deadlock[];
  /** The order in which everything is shut down, and whether each UPS carries its load until then. */
  readonly shutdown: ShutdownOrder;
  /** What the orders of the cold start and of the scenarios say of promises and people. */
  readonly orderVerdicts: readonly OrderVerdict[];
  /** Printed copies that say something else than the plan; empty where nobody compared them. */
  readonly staleCopies: readonly CopyVerdict[];
}

/** A value computed at the first look and kept: an outage must not wait for facts that only rules read. */
function lazily<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** All facts of a plan. `judgeOrders` plans recoveries, which is no business of the analysis. */
export function factsOf(
  model: Model,
  today: string,
  runs: readonly BackupRun[] = [],
  judgeOrders: (facts: Facts) => readonly OrderVerdict[] = () => [],
  staleCopies: readonly CopyVerdict[] = [],
): Facts {
  const graph = lazily(() => buildRequirementGraph(model));
  const inherited = lazily(() => inheritedFields(model));
  const needs = lazily(() => protectionNeeds(model, graph()));
  const times = lazily(() => timeObjectives(model, graph().rows));
  const tooLong = lazily(() => outagesTooLong(model, times()));
  const weak = lazily(() => weakPoints(model, graph(), needs(), inherited()));
  const virtual = lazily(() => virtualOnly(model));
  const loads = lazily(() => hostLoads(model));
  const parts = lazily(() => replacements(model, inherited()));
  const saved = lazily(() => backupCoverage(model, needs, times));
  const survival = lazily(() => backupSurvival(model, saved()));
  const histories = lazily(() => backupHistories(model, runs, today));
  const uses = lazily(() => procedureUses(model));
  const actions = lazily(() => plannedActions(model, inherited(), uses()));
  const alike = lazily(() => sameStepsForAll(model, uses()));
  const unfilled = lazily(() => unfilledPlaceholders(model, uses()));
  const unplaced = lazily(() => withoutStartPosition(model, needs(), times()));
  const efforts = lazily(() => hostRecoveryEfforts(model, graph(), loads(), saved(), times()));
  const gaps = lazily(() => staffingGaps(model, uses()));
  const dates = lazily(() => recordedDates(model));
  const selectors = lazily(() => emptySelectors(model));
  const coverage = lazily(() => catalogueCoverage(model));
  const preparedness = lazily(() => scenarioPreparedness(model, graph(), today));
  const configurations = lazily(() => configurationDocuments(model));
  const telephony = lazily(() => voipDevices(model, inherited(), saved()));
  const staffing = lazily(() => roleStaffing(model, needs));
  const impacts = lazily(() => scenarioImpacts(model, graph()));
  const deadlocks = lazily(() => {
    const out = explainDeadlocks(model, startability(model, everything(model, false)));
    // What locks a restart locks a rebuild too; only what is new is told again.
    const known = new Set(out.flatMap((d) => [...d.elements, ...d.waiting]));
    const destroyed = explainDeadlocks(model, startability(model, everything(model, true)));
    return [...out, ...destroyed.filter((d) => !d.elements.some((id) => known.has(id)))];
  });
  const shutdown = lazily(() => shutdownOrder(model));
  const verdicts = lazily(() => judgeOrders(facts));
  const due = lazily(() => dutiesOf(facts));
  const facts: Facts = {
    model,
    today,
    runs,
    get graph() {
      return graph();
    },
    get inherited() {
      return inherited();
    },
    get needs() {
      return needs();
    },
    get timeObjectives() {
      return times();
    },
    get outagesTooLong() {
      return tooLong();
    },
    get weakPoints() {
      return weak();
    },
    get virtualOnly() {
      return virtual();
    },
    get hostLoads() {
      return loads();
    },
    replacements: (id) => parts()(id),
    caretakers: (id) => caretakers(model, inherited(), id),
    get backupCoverage() {
      return saved();
    },
    get backupSurvival() {
      return survival();
    },
    get backupHistories() {
      return histories();
    },
    restoreMeans: (backup) => restoreMeans(model, graph(), backup),
    get procedureUses() {
      return uses();
    },
    get plannedActions() {
      return actions();
    },
    get unfilledPlaceholders() {
      return unfilled();
    },
    get sameStepsForAll() {
      return alike();
    },
    get withoutStartPosition() {
      return unplaced();
    },
    get hostRecoveryEfforts() {
      return efforts();
    },
    get staffingGaps() {
      return gaps();
    },
    get recordedDates() {
      return dates();
    },
    get duties() {
      return due();
    },
    get emptySelectors() {
      return selectors();
    },
    get catalogueCoverage() {
      return coverage();
    },
    get scenarioPreparedness() {
      return preparedness();
    },
    get configurationDocuments() {
      return configurations();
    },
    get voipDevices() {
      return telephony();
    },
    get roleStaffing() {
      return staffing();
    },
    get scenarioImpacts() {
      return impacts();
    },
    get deadlocks() {
      return deadlocks();
    },
    get shutdown() {
      return shutdown();
    },
    staleCopies,
    get orderVerdicts() {
      return verdicts();
    },
  };
  return facts;
}
