import type { RuleCase } from './rule-case.ts';

export const redundancy: readonly RuleCase[] = [
  { rule: 'communication-redundancy-missing', on: 'bad', change: 'channels: {desk-phones: null}', finds: [] },
  {
    rule: 'force-majeure-not-examined',
    on: 'bad',
    change: 'locations: {hafen: {type: null}, hafen-2: {}}',
    finds: ['warning hafen'],
  },
  { rule: 'force-majeure-not-examined', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'high-availability-not-considered',
    on: 'bad',
    change:
      'processes: {orders-2: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}, orders-3: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}, orders-4: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}, orders: {uses: []}}',
    finds: ['warning orders-2', 'warning orders-3', 'warning orders-4'],
  },
  {
    rule: 'high-availability-not-considered',
    on: 'good',
    change: 'processes: {orders: {highAvailability: {considered: null}}}',
    finds: [],
  },
  {
    rule: 'high-availability-not-considered',
    on: 'good',
    change: 'processes: {orders: {highAvailability: {decision: null}, protection: {availability: {reason: null}}}}',
    finds: [],
  },
  { rule: 'maintenance-contract-expired', on: 'bad', change: 'contracts: {hardware-2: {}}', finds: ['error hardware'] },
  {
    rule: 'maintenance-contract-expired',
    on: 'bad',
    change: 'contracts: {hardware: {validUntil: 2026-11-23}}',
    finds: [],
  },
  { rule: 'single-point-of-failure', on: 'bad', change: 'servers: {shop-2: {}}', finds: ['error shop'] },
  {
    rule: 'single-point-of-failure',
    on: 'bad',
    change: 'processes: {orders: {protection: {availability: {need: high}}}}',
    finds: ['warning shop'],
  },
  {
    rule: 'single-point-of-failure',
    on: 'bad',
    change:
      'processes: {work: {uses: [shop], protection: {availability: {need: high, reason: Work stops}, confidentiality: {need: high, reason: Work stops}, integrity: {need: high, reason: Work stops}}}}',
    finds: ['error shop'],
  },
  {
    rule: 'spare-lead-time-exceeds-rto',
    on: 'small-office',
    change: 'hypervisors: {hv-1: {recovery: {rto: 2h}}}',
    finds: ['error hv-1'],
  },
  {
    rule: 'spare-lead-time-exceeds-rto',
    on: 'bad',
    change:
      'processes: {work: {uses: [shop], protection: {availability: {need: normal, reason: Work stops}, confidentiality: {need: normal, reason: Work stops}, integrity: {need: normal, reason: Work stops}}}}\nservers: {shop-2: {recovery: {rto: 8h}}, shop-3: {recovery: {rto: 8h}}, shop-4: {recovery: {rto: 8h}}}',
    finds: ['error shop'],
  },
  { rule: 'spare-lead-time-exceeds-rto', on: 'bad', change: 'servers: {shop: {recovery: null}}', finds: [] },
  { rule: 'spare-lead-time-exceeds-rto', on: 'bad', change: 'servers: {shop: {external: true}}', finds: [] },
  { rule: 'spare-lead-time-exceeds-rto', on: 'bad', change: 'contracts: {hardware: {repairTime: null}}', finds: [] },
  {
    rule: 'spare-lead-time-exceeds-rto',
    on: 'bad',
    change: 'contracts: {hardware: {repairTime: 1m}}\nservers: {shop: {recovery: {rto: 1m}}}',
    finds: [],
  },
  {
    rule: 'spare-parts-deadline-missing',
    on: 'bad',
    change: 'contracts: {hardware: {covers: []}}\nspares: {box: {count: 1}}',
    finds: [],
  },
  {
    rule: 'spare-parts-deadline-missing',
    on: 'bad',
    change: 'spares: {box-2: {}}',
    finds: ['warning box', 'warning box-2', 'warning hardware'],
  },
  { rule: 'spare-parts-supply-missing', on: 'bad', change: 'servers: {shop-2: {}}', finds: ['warning shop'] },
  {
    rule: 'spare-parts-supply-missing',
    on: 'bad',
    change: 'servers: {shop: {recovery: {rto: 4h}}}\nprocesses: {orders: null}',
    finds: ['warning shop'],
  },
  {
    rule: 'staff-redundancy-missing',
    on: 'bad',
    change: 'servers: {shop: {external: true}, shop-2: {administrators: [anna]}}',
    finds: [],
  },
  { rule: 'staff-redundancy-missing', on: 'bad', change: 'people: {anna: null}', finds: [] },
];
