import type { RuleCase } from './rule-case.ts';

export const people: readonly RuleCase[] = [
  { rule: 'exercise-coverage-gap', on: 'bad', change: 'exercises: {autumn: {records: null}}', finds: [] },
  {
    rule: 'exercise-coverage-gap',
    on: 'bad',
    change: 'processes: {orders-2: {}}',
    finds: ['warning autumn', 'warning orders'],
  },
  { rule: 'exercise-coverage-gap', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  { rule: 'exercise-coverage-gap', on: 'small-office', change: 'services: {directory: {providers: []}}', finds: [] },
  {
    rule: 'exercise-coverage-gap',
    on: 'bad',
    change: 'exercises: {autumn: {records: [{date: 2026-11-23, result: passed}]}}',
    finds: ['warning autumn', 'warning orders'],
  },
  {
    rule: 'exercise-findings-open',
    on: 'bad',
    change: 'exercises: {autumn-2: {}}',
    finds: ['warning autumn', 'warning autumn'],
  },
  {
    rule: 'exercise-findings-open',
    on: 'bad',
    change: 'exercises: {autumn: {records: [{date: 2026-04-02, result: passed-with-findings}]}}',
    finds: [],
  },
  { rule: 'exercise-missing', on: 'bad', change: 'servers: {web: null, db: null}', finds: [] },
  { rule: 'exercise-overdue', on: 'good', change: 'exercises: {autumn: {records: []}}', finds: [] },
  {
    rule: 'exercise-overdue',
    on: 'good',
    change: 'scenarios: {db-lost: null}\nexercises: {autumn: {records: [{date: 2026-11-23, result: passed}]}}',
    finds: [],
  },
  {
    rule: 'trained-personnel-insufficient',
    on: 'bad',
    change: 'roles: {backup-admin: {needs: null}, network-admin-2: {}}',
    finds: ['error network-admin'],
  },
  {
    rule: 'training-expired',
    on: 'good',
    change:
      'people: {anna: {trainings: [{topic: restore, date: 2020-02-01, validFor: 2y}, {topic: restore, date: 2026-02-01, validFor: 1m}]}, anna-2: {}}',
    finds: ['warning anna'],
  },
  { rule: 'training-missing', on: 'bad', change: 'roles: {backup-admin: {needs: []}}', finds: ['warning anna'] },
];
