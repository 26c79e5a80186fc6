import type { RuleCase } from './rule-case.ts';

export const recovery: readonly RuleCase[] = [
  { rule: 'activation-criteria-missing', on: 'good', change: 'plan: {activation: null}', finds: ['error plan'] },
  { rule: 'failure-procedure-missing', on: 'bad', change: 'virtualMachines: {vcenter: null}', finds: ['error hv-1'] },
  {
    rule: 'failure-procedure-missing',
    on: 'bad',
    change: 'hypervisors: {hv-1: {external: true}}',
    finds: ['error vcenter'],
  },
  {
    rule: 'failure-procedure-missing',
    on: 'bad',
    change: 'services: {management: {providers: null}}',
    finds: ['error hv-1'],
  },
  {
    rule: 'host-recovery-effort-unplanned',
    on: 'small-office',
    change: 'processes: {payroll: {rto: 2h}}',
    finds: ['warning hv-1, vm-dc, vm-files, vm-tax'],
  },
  {
    rule: 'procedure-step-vague',
    on: 'bad',
    change:
      'procedures: {start-mail-2: {title: Start the mail server, steps: [{do: Start the services as usual, expect: Mail arrives}]}, start-mail-3: {title: Start the mail server, steps: [{do: Start the services as usual, expect: Mail arrives}]}, start-mail-4: {title: Start the mail server, steps: [{do: Start the services as usual, expect: Mail arrives}]}, start-server-2: {}}',
    finds: ['warning start-mail, start-mail-2, start-mail-3, start-mail-4, start-server'],
  },
  {
    rule: 'return-to-normal-missing',
    on: 'bad',
    change: 'procedures: {orders-on-paper-2: {}}',
    finds: ['warning orders-on-paper'],
  },
  { rule: 'shutdown-procedure-missing', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'shutdown-procedure-missing',
    on: 'bad',
    change: 'storage: {san-2: {}}',
    finds: ['warning hv-1', 'warning san-2'],
  },
  {
    rule: 'shutdown-procedure-missing',
    on: 'small-office',
    change: 'servers: {coffee-display: {recovery: {stateless: false}}}',
    finds: ['warning coffee-display'],
  },
  {
    rule: 'shutdown-procedure-missing',
    on: 'small-office',
    change: 'hypervisors: {hv-1: {recovery: {shutdown: {procedure: null}}}}',
    finds: ['warning hv-1'],
  },
  { rule: 'step-without-skill', on: 'small-office', change: 'processes: {tax-returns: null}', finds: [] },
  {
    rule: 'step-without-skill',
    on: 'small-office',
    change: 'services: {mail-service: null}',
    finds: ['warning use-provider-webmail'],
  },
  { rule: 'step-without-skill', on: 'small-office', change: 'services: {mail-service: {failover: null}}', finds: [] },
  { rule: 'step-without-skill', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  { rule: 'step-without-skill', on: 'small-office', change: 'data: {client-files: null}', finds: [] },
  {
    rule: 'support-system-not-modelled',
    on: 'small-office',
    change: 'storage: {hv-1-disk: {partOf: null}}',
    finds: ['warning hv-1-disk'],
  },
  {
    rule: 'support-system-not-modelled',
    on: 'bad',
    change: 'hypervisors: {hv-1-2: {}}',
    finds: ['warning hv-1', 'warning hv-1, hv-1-2', 'warning hv-1-2'],
  },
  { rule: 'support-system-not-modelled', on: 'bad', change: 'hypervisors: {hv-1: {external: true}}', finds: [] },
  {
    rule: 'support-system-not-modelled',
    on: 'good',
    change: 'hypervisors: {hv-1-2: {}, hv-1: {external: true}}',
    finds: ['warning hv-1-2'],
  },
];
