import type { RuleCase } from './rule-case.ts';

export const restoreTests: readonly RuleCase[] = [
  {
    rule: 'restore-test-after-change-missing',
    on: 'bad',
    change:
      'backups: {nightly: {changes: [{date: 2025-11-23, before: true, after: true}], restoreTests: [{date: 2025-11-23, usable: true, complete: true}]}}',
    finds: [],
  },
  {
    rule: 'restore-test-failed-open',
    on: 'bad',
    change: 'backups: {weekly: {restoreTests: null}, nightly: {restoreTests: [{date: 2026-09-02, usable: false}]}}',
    finds: ['error nightly'],
  },
  {
    rule: 'restore-test-failed-open',
    on: 'bad',
    change:
      'backups: {weekly: {restoreTests: [{date: 2026-09-02, usable: true, complete: false, finding: The manual is wrong}]}}',
    finds: ['error nightly', 'error weekly'],
  },
  {
    rule: 'restore-test-failed-open',
    on: 'good',
    change:
      'backups: {nightly: {restoreTests: [{date: 2028-01-01, usable: false, finding: The key does not fit}, {date: 2026-09-04, usable: true, complete: true}]}}',
    finds: ['error nightly'],
  },
  {
    rule: 'restore-test-failed-open',
    on: 'good',
    change:
      'backups: {weekly: {restoreTests: [{date: 2026-11-23, usable: true, complete: true, finding: The manual is wrong, resolved: 2026-09-05}]}, nightly: {restoreTests: [{date: 2026-09-02, usable: false, finding: The key does not fit}, {date: 2026-09-04, complete: true}]}}',
    finds: ['error nightly'],
  },
  {
    rule: 'restore-test-missing',
    on: 'good',
    change: 'backups: {nightly: {restoreTests: [{date: 2026-10-01, complete: true}]}}\nservers: {shop-2: {}}',
    finds: ['warning nightly'],
  },
  { rule: 'restore-test-never-complete', on: 'bad', change: 'backups: {nightly: {restoreTests: []}}', finds: [] },
  { rule: 'restore-test-never-complete', on: 'bad', change: 'backups: {nightly: {restoreTests: null}}', finds: [] },
  { rule: 'restore-test-overdue', on: 'bad', change: 'policy: {backup: null}', finds: ['error nightly'] },
  { rule: 'restore-test-overdue', on: 'bad', change: 'backups: {nightly: {restoreTests: []}}', finds: [] },
  { rule: 'restore-test-overdue', on: 'bad', change: 'servers: {shop: null}', finds: [] },
  { rule: 'restore-test-scope-gap', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  { rule: 'restore-test-scope-gap', on: 'bad', change: 'backups: {dump: {covers: []}}', finds: ['warning dump'] },
  { rule: 'restore-test-self-approved', on: 'bad', change: 'backups: {nightly: {restoreTests: null}}', finds: [] },
  { rule: 'restore-test-unapproved', on: 'bad', change: 'backups: {nightly: {restoreTests: []}}', finds: [] },
  { rule: 'restore-time-exceeds-rto', on: 'good', change: 'servers: {wiki: null}', finds: ['error shop'] },
  { rule: 'restore-time-exceeds-rto', on: 'bad', change: 'backups: {nightly: {restoreTests: []}}', finds: [] },
  { rule: 'restore-time-exceeds-rto', on: 'bad', change: 'servers: {shop: null}', finds: [] },
  {
    rule: 'restore-time-exceeds-rto',
    on: 'good',
    change:
      'backups: {nightly: {restoreTests: [{date: 2026-09-02, of: [wiki], took: 9h}, {date: 2026-09-03, took: 24h}]}}\nservers: {wiki: {recovery: {rto: 1d}}}',
    finds: [],
  },
];
