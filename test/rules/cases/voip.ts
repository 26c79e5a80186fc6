import type { RuleCase } from './rule-case.ts';

export const voip: readonly RuleCase[] = [
  {
    rule: 'voip-backup-generations-insufficient',
    on: 'bad',
    change: 'voipDevices: {pbx: null}',
    finds: ['warning gateway-settings'],
  },
  {
    rule: 'voip-changelog-unreviewed',
    on: 'bad',
    change: 'backups: {settings: {changes: null}}',
    finds: ['warning pbx'],
  },
  {
    rule: 'voip-changelog-unreviewed',
    on: 'bad',
    change: 'voipDevices: {gateway: {firmware: null}}',
    finds: ['warning gateway', 'warning pbx'],
  },
  {
    rule: 'voip-changelog-unreviewed',
    on: 'bad',
    change: 'backups: {settings: {changes: [{date: 2026-05-12, before: true, after: true}]}}',
    finds: ['warning pbx'],
  },
  {
    rule: 'voip-config-release-unrecorded',
    on: 'bad',
    change: 'voipDevices: {pbx-2: {}}',
    finds: ['warning pbx', 'warning pbx-2'],
  },
  { rule: 'voip-emergency-call-path-missing', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'voip-recovery-exercise-overdue',
    on: 'good',
    change: 'exercises: {voice: {records: null}}',
    finds: ['warning pbx-settings'],
  },
  {
    rule: 'voip-recovery-exercise-overdue',
    on: 'good',
    change: 'backups: {pbx-settings-2: {covers: [pbx]}}',
    finds: ['warning pbx-settings-2'],
  },
  {
    rule: 'voip-recovery-exercise-overdue',
    on: 'good',
    change: 'exercises: {voice: {records: [{date: 2026-11-23, result: passed}]}}',
    finds: [],
  },
  {
    rule: 'voip-recovery-exercise-overdue',
    on: 'bad',
    change: 'backups: {pbx-settings: {restoreTests: [{date: 2028-01-01, usable: true}]}}',
    finds: ['warning pbx-settings'],
  },
  {
    rule: 'voip-release-change-pair-missing',
    on: 'good',
    change:
      'backups: {settings: {changes: [{date: 2026-05-12, before: true, after: false, release: {from: "5.2", to: "5.4"}}]}}\nvoipDevices: {gateway: {firmware: {current: null}}}',
    finds: ['error settings'],
  },
  {
    rule: 'voip-release-change-pair-missing',
    on: 'bad',
    change: 'backups: {settings: {changes: null}}',
    finds: ['error gateway'],
  },
  {
    rule: 'voip-release-change-pair-missing',
    on: 'bad',
    change: 'voipDevices: {gateway: {firmware: {configRelease: null}}}',
    finds: ['error settings'],
  },
  {
    rule: 'voip-release-change-pair-missing',
    on: 'bad',
    change: 'backups: {settings: {changes: [{date: 2026-05-12, after: true}]}}',
    finds: ['error gateway'],
  },
  { rule: 'voip-spare-release-mismatch', on: 'bad', change: 'voipDevices: {gateway: {firmware: null}}', finds: [] },
  {
    rule: 'voip-spare-release-mismatch',
    on: 'bad',
    change: 'spares: {on-the-shelf: {count: null, firmware: null}}',
    finds: ['warning on-the-shelf, gateway'],
  },
  {
    rule: 'voip-spare-release-mismatch',
    on: 'bad',
    change: 'voipDevices: {gateway: {firmware: {configRelease: null}}}',
    finds: ['error on-the-shelf, gateway'],
  },
];
