import type { DutyKind } from './duty.ts';

/** What each kind of duty is called, before the name of what it is about. */
export const dutyTitles: Readonly<Record<DutyKind, string>> = {
  'plan-review': 'Review of the plan',
  'procedure-review': 'Try or reread the procedure',
  'document-review': 'Bring the document up to date',
  'backup-concept-review': 'Review of the backup concept',
  'inventory-check': 'Compare the inventory with reality',
  'contact-check': 'Try the contact',
  training: 'Training',
  exercise: 'Exercise',
  'exercise-finding': 'Finding of an exercise',
  'restore-test': 'Restore test',
  'restore-test-finding': 'Finding of a restore test',
  'telephony-restore': 'Restore test of telephony',
  'integrity-check': 'Integrity check of the backup',
  'log-review': 'Review of the backup log',
  evaluation: 'Evaluation of the backup',
  'evaluation-action': 'Action of an evaluation',
  'health-check': 'Check for errors of the host',
  'incident-exercise': 'Exercise of the incident response',
  'incident-review': 'Looking back on incidents',
  'incident-lookback': 'Looking back on an incident',
  'incident-lesson': 'Lesson of an incident',
  'contract-end': 'End of the contract',
  'waiver-end': 'End of the waiver',
};
