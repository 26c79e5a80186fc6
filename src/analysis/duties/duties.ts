import type { Model } from '../../model/model.ts';
import type { BackupCoverage } from '../backup-coverage.ts';
import type { ConfigurationDocuments } from '../configuration-documents.ts';
import type { Inherited } from '../inherited.ts';
import type { RoleStaffing } from '../role-staffing.ts';
import type { ScenarioPreparedness } from '../scenario-preparedness.ts';
import type { VoipDevice } from '../voip-devices.ts';
import { backupDuties } from './backups.ts';
import type { Duty } from './duty.ts';
import { exerciseDuties } from './exercises.ts';
import { incidentDuties } from './incidents.ts';
import { paperDuties } from './papers.ts';
import { peopleDuties } from './people.ts';
import { systemDuties } from './systems.ts';

/** The facts that duties are read from. */
interface Sources {
  readonly model: Model;
  readonly today: string;
  readonly inherited: Inherited;
  readonly backupCoverage: BackupCoverage;
  readonly voipDevices: readonly VoipDevice[];
  readonly scenarioPreparedness: ScenarioPreparedness;
  readonly configurationDocuments: ConfigurationDocuments;
  readonly roleStaffing: RoleStaffing;
}

/** Everything in the plan that has a day or a period, by theme and in the order of the plan; rules judge these. */
export function dutiesOf(facts: Sources): readonly Duty[] {
  const { model, today } = facts;
  return [
    ...paperDuties(model, facts.configurationDocuments),
    ...systemDuties(model, facts.inherited),
    ...peopleDuties(model, facts.roleStaffing),
    ...exerciseDuties(model, facts.scenarioPreparedness, today),
    ...backupDuties(model, facts.backupCoverage, facts.voipDevices, today),
    ...incidentDuties(model),
  ];
}
