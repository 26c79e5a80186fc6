import type { RuleCase } from './rule-case.ts';

export const continuity: readonly RuleCase[] = [
  {
    rule: 'rpo-missing',
    on: 'bad',
    change:
      'processes: {work: {uses: [archive], protection: {availability: {need: normal, reason: Work stops}, confidentiality: {need: normal, reason: Work stops}, integrity: {need: normal, reason: Work stops}}}}',
    finds: ['error archive', 'warning payroll', 'warning work'],
  },
  { rule: 'rpo-missing', on: 'bad', change: 'data: {archive: {external: true}}', finds: ['warning payroll'] },
  { rule: 'rto-exceeds-mtpd', on: 'small-office', change: 'voipDevices: {pbx-1: {recovery: {rto: 900d}}}', finds: [] },
  { rule: 'rto-missing', on: 'bad', change: 'services: {mail: {external: true}}', finds: ['error orders'] },
  { rule: 'workaround-missing', on: 'small-office', change: 'processes: {tax-returns: {workaround: null}}', finds: [] },
];
