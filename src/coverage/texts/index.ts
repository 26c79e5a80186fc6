import type { Text } from '../demand.ts';
import { backupWorkflow } from './backup-workflow.ts';
import { incidentCourse } from './incident-course.ts';
import { serverEmergencyPlan } from './server-emergency-plan.ts';
import { soundness } from './soundness.ts';
import { telephonyBackup } from './telephony-backup.ts';
import { virtualisation } from './virtualisation.ts';

/** The texts that are always asked, in the order of their numbers. */
export const texts: readonly Text[] = [
  serverEmergencyPlan,
  virtualisation,
  backupWorkflow,
  telephonyBackup,
  incidentCourse,
];

export { soundness };
