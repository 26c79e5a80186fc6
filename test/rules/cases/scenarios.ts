import type { RuleCase } from './rule-case.ts';

export const scenarios: readonly RuleCase[] = [
  {
    rule: 'cold-start-scenario-missing',
    on: 'bad',
    change: 'hypervisors: {hv-2: {external: true}, hv-1: {external: true}}',
    finds: [],
  },
  {
    rule: 'compromise-scenario-missing',
    on: 'bad',
    change: 'scenarios: {web-hacked: {extent: null}}',
    finds: ['error hypervisors.hv-1', 'error hypervisors.hv-1'],
  },
  { rule: 'scenario-actions-missing', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'scenario-never-exercised',
    on: 'bad',
    change: 'servers: {db: null}',
    finds: ['warning db-lost', 'warning web-lost'],
  },
];
