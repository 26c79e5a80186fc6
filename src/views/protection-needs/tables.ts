import type { Facts } from '../../analysis/index.ts';
import { csvCell } from '../csv-cell.ts';
import { objectives, shownNodes } from './rows.ts';
import type { NeedsView, NeedsViewOptions } from './view.ts';

const head = [
  'element',
  'kind',
  ...objectives.flatMap((o) => [`${o} stated`, `${o} maximum`, `${o} proposed`, `${o} effective`]),
  'RTO minutes',
  'RPO minutes',
  'MTPD minutes',
];

const rowsOf = (facts: Facts, { ids }: NeedsViewOptions): string[][] =>
  shownNodes(facts, ids).map((node) => [
    node.id,
    node.kind,
    ...objectives.flatMap((o) => {
      const { stated, maximum, effective } = facts.needs.of(node.index, o);
      const { cumulation, distribution } = facts.needs.proposed(node.index, o);
      return [stated ?? '', maximum, cumulation ?? distribution ?? '', effective];
    }),
    ...(['rto', 'rpo', 'mtpd'] as const).map((t) => String(facts.timeObjectives[t].effective(node.index) ?? '')),
  ]);

/** For spreadsheets. */
export const csv: NeedsView = {
  name: 'csv',
  render: (facts, options) =>
    [head, ...rowsOf(facts, options)].map((row) => `${row.map(csvCell).join(',')}\r\n`).join(''),
};

const markdownCell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ');

/** For merge requests and wikis. */
export const markdown: NeedsView = {
  name: 'markdown',
  render: (facts, options) => {
    const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`;
    return `${line(head)}|${' --- |'.repeat(head.length)}\n${rowsOf(facts, options).map(line).join('')}`;
  },
};
