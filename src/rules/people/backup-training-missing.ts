import { aboutBackups, trainedIn } from '../../analysis/index.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupTrainingMissing: Rule = {
  id: 'backup-training-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Everybody who answers for a backup or restores from one was trained in it.',
  why: 'The restore begins with reading how the program is used.',
  source: 'ISO 27002 backup workflow, task 13: training for staff on backups, their roles and responsibilities',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {recovery: {restore: {takes: 1h, staff: {backup-admin: 1}}}}}
roles: {backup-admin: {holders: [anna, ben]}}
people:
  anna: {trainings: [{topic: first aid, date: 2026-02-01}], phones: [{kind: mobile, number: "1"}]} # <--
  ben: {trainings: [{topic: Restoring machines, date: 2026-02-01}], phones: [{kind: mobile, number: "2"}]}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {recovery: {restore: {takes: 1h, staff: {backup-admin: 1}}}}}
roles: {backup-admin: {holders: [anna, ben]}}
people:
  anna: {trainings: [{topic: Backup and restore, date: 2026-02-01}], phones: [{kind: mobile, number: "1"}]}
  ben: {trainings: [{topic: Restoring machines, date: 2026-02-01}], phones: [{kind: mobile, number: "2"}]}
`,
  *check(facts) {
    const lack = {
      one: 'restores or answers for backups and was never trained in it',
      many: 'restore or answer for backups and were never trained in it',
      hint: 'train them, then add trainings: [{topic: restore, date: DATE, validFor: 2y}]',
    };
    yield* missing(facts.roleStaffing.restorers, lack, (person) => trainedIn(facts, person, aboutBackups) === 'never');
  },
};
