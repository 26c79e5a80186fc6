import { csvCell } from '../csv-cell.ts';
import type { RecoveryView } from './view.ts';
import { checkOf, instructionsOf, nameOf, placeOf, waitsOf, whoDoes } from './words.ts';

const head = [
  'number',
  'wave',
  'action',
  'element',
  'name',
  'kind',
  'start minute',
  'end minute',
  'attended minutes',
  'start',
  'end',
  'after',
  'who',
  'on host',
  'procedure',
  'procedure title',
  'worked if',
  'critical',
  'slack minutes',
  'time assumed',
  'availability',
];

const yesNo = (flag: boolean): string => (flag ? 'yes' : 'no');

/** One row a step, in the order they are worked off; the clock times are empty where it is not known when it begins. */
export const csv: RecoveryView = {
  name: 'csv',
  summary: 'one row a step, for spreadsheets',
  render: (recovery, model, { clock }) => {
    const rows = recovery.steps.map((step, i) => [
      String(i + 1),
      String(step.wave),
      step.action,
      step.element,
      nameOf(model, step.element),
      model.elements.get(step.element)?.kind ?? '',
      String(step.start),
      String(step.end),
      String(step.attended),
      clock?.iso(step.start) ?? '',
      clock?.iso(step.end) ?? '',
      waitsOf(step).join('; '),
      whoDoes(step, model).join(', '),
      placeOf(step) ?? '',
      step.procedure ?? '',
      instructionsOf(step, model)?.title ?? '',
      checkOf(step, model) ?? '',
      yesNo(step.critical),
      String(step.slack),
      yesNo(step.assumed),
      step.availability,
    ]);
    return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  },
};
