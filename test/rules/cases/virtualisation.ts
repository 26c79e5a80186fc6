import type { RuleCase } from './rule-case.ts';

export const virtualisation: readonly RuleCase[] = [
  { rule: 'consolidation-ratio-high', on: 'bad', change: 'hypervisors: {hv-1-2: {}}', finds: ['info hv-1'] },
  { rule: 'consolidation-ratio-high', on: 'bad', change: 'policy: {virtualisation: null}', finds: [] },
  {
    rule: 'hypervisor-health-check-overdue',
    on: 'bad',
    change: 'hypervisors: {hv-1: {healthCheck: {every: 24h, last: 2026-11-22}}}',
    finds: [],
  },
  { rule: 'hypervisor-health-check-overdue', on: 'bad', change: 'hypervisors: {hv-1-2: {}}', finds: ['warning hv-1'] },
  { rule: 'image-not-backed-up', on: 'bad', change: 'data: {golden-image-2: {}}', finds: ['error golden-image'] },
  {
    rule: 'image-not-backed-up',
    on: 'bad',
    change: 'data: {golden-image: {storedOn: []}}',
    finds: ['error golden-image'],
  },
  { rule: 'redundant-vms-colocated', on: 'bad', change: 'services: {dns-2: {}}', finds: ['error dns-1, dns-2'] },
  { rule: 'redundant-vms-colocated', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  { rule: 'snapshot-only-backup', on: 'bad', change: 'virtualMachines: {web-2: {}}', finds: ['error web'] },
  { rule: 'vm-backup-concept-not-reviewed', on: 'bad', change: 'virtualMachines: {web: null}', finds: [] },
  {
    rule: 'vm-backup-concept-not-reviewed',
    on: 'good',
    change: 'plan: {backupConcept: {reviewed: null}}',
    finds: ['error plan'],
  },
  {
    rule: 'vm-backup-concept-not-reviewed',
    on: 'good',
    change: 'plan: {backupConcept: {virtualisation: null}}',
    finds: ['error plan'],
  },
  { rule: 'vm-grouping-unjustified', on: 'bad', change: 'virtualMachines: {db: {runsOn: null}}', finds: [] },
  {
    rule: 'vm-grouping-unjustified',
    on: 'good',
    change: 'clusters: {farm: {placement: [{apart: [web, db]}]}}',
    finds: ['warning farm'],
  },
  { rule: 'vm-placement-unknown', on: 'bad', change: 'virtualMachines: {web: {external: true}}', finds: [] },
  { rule: 'vm-placement-unknown', on: 'small-office', change: 'virtualMachines: {vm-mail: {runsOn: null}}', finds: [] },
  { rule: 'vm-theft-procedure-missing', on: 'bad', change: 'virtualMachines: {web: null}', finds: [] },
];
