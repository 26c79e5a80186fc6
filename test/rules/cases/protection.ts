import type { RuleCase } from './rule-case.ts';

export const protection: readonly RuleCase[] = [
  {
    rule: 'availability-level-rto-mismatch',
    on: 'bad',
    change: 'servers: {shop: {recovery: {rto: 4h}}}',
    finds: ['error orders', 'error shop'],
  },
  {
    rule: 'cumulation-threshold-crossed',
    on: 'bad',
    change:
      'processes: {a-2: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}, a-3: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}, a-4: {uses: [shop], damage: {perHour: 30000 EUR}, protection: {availability: {need: normal}}}}',
    finds: [],
  },
  { rule: 'cumulation-unassessed', on: 'bad', change: 'processes: {a-2: {}}', finds: ['error hv-1'] },
  { rule: 'group-members-unequal', on: 'bad', change: 'servers: {db-1: null}', finds: [] },
  { rule: 'maximum-principle-violated', on: 'bad', change: 'processes: {orders: null}', finds: [] },
  {
    rule: 'mixed-protection-on-host',
    on: 'bad',
    change: 'processes: {pay: {protection: {confidentiality: {need: high}}}}',
    finds: [],
  },
  {
    rule: 'protection-reason-missing',
    on: 'good',
    change:
      'people: {anna-2: {}, anna-3: {}, anna-4: {}}\nservers: {shop: {protection: {availability: {decision: {need: very-high}}}}}',
    finds: ['error shop'],
  },
  { rule: 'protection-reason-missing', on: 'good', change: 'processes: {orders: {uses: []}}', finds: [] },
  {
    rule: 'protection-reason-missing',
    on: 'bad',
    change: 'processes: {orders: {protection: {availability: {need: normal}}}}',
    finds: ['error shop'],
  },
  {
    rule: 'protection-reason-missing',
    on: 'good',
    change: 'servers: {shop: {recovery: {rpo: 1h}, protection: {availability: {decision: {principle: null}}}}}',
    finds: ['error shop'],
  },
];
