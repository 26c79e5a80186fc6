import { code, plain } from '../markdown-text.ts';
import type { CoverageText, CoverageView, DemandItem, LackItem } from './view.ts';
import { elsewhere, evidenceWords, inWords, mostNamed, stateWords } from './words.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Who accepted a lack, until when and why. */
function acceptance({ reason, by, until }: NonNullable<LackItem['waived']>): string {
  const who = by === undefined ? '' : ` by ${plain(by)}`;
  return `waived${who}${until === undefined ? '' : ` until ${plain(until)}`}: ${plain(reason)}`;
}

function* shown(item: DemandItem): Generator<string> {
  if (item.reason !== null) yield plain(item.reason);
  for (const { file, line, message, rule } of item.findings.slice(0, mostNamed)) {
    yield `${code(`${file}:${line}`)} ${plain(message)} (${code(rule)})`;
  }
  if (item.findings.length > mostNamed) yield `and ${item.findings.length - mostNamed} more findings`;
  yield* new Set(item.findings.flatMap(({ waived }) => (waived ? [acceptance(waived)] : [])));
  const named = item.evidence.slice(0, mostNamed);
  const more = item.evidence.length - named.length;
  if (named.length > 0) {
    const places = named.map((e) => `${plain(evidenceWords(e))} ${code(`${e.file}:${e.line}`)}`).join(', ');
    yield `${places}${more > 0 ? ` and ${more} more` : ''}`;
  }
  if (elsewhere(item) !== '') yield plain(elsewhere(item));
}

const block = ({ source, counts, demands }: CoverageText): string =>
  [
    `## ${plain(source)}`,
    '',
    inWords(counts),
    '',
    row(['No.', 'Demand', 'State', 'Evidence']),
    row(['---', '---', '---', '---']),
    ...demands.map((item) =>
      row([item.number, plain(item.demand), `**${stateWords[item.state]}**`, [...shown(item)].join('<br>')]),
    ),
  ].join('\n');

/** A table for each text, for a report or a merge request. */
export const markdown: CoverageView = {
  name: 'markdown',
  render: (texts, { header }) => {
    const { plan, today } = header;
    const version = plan.version === null ? '' : `, version ${plain(plan.version)}`;
    const head = `# What is covered: ${plain(plan.name ?? 'emergency plan')}${version}, ${today}`;
    return `${[head, ...texts.map(block)].join('\n\n')}\n`;
  },
};
