import { pad, safe, wrap } from '../terminal.ts';
import type { CoverageText, CoverageView, DemandItem, LackItem } from './view.ts';
import { elsewhere, evidenceWords, inWords, mostNamed, stateWords } from './words.ts';

/** Numbers of sentences are short, names of clauses are not. */
const leastWidth = 6;

/** Who accepted a lack, until when and why; one waiver often covers many. */
function acceptance({ reason, by, until }: NonNullable<LackItem['waived']>): string {
  const who = by === undefined ? '' : ` by ${safe(by)}`;
  return `waived${who}${until === undefined ? '' : ` until ${safe(until)}`}: ${safe(reason)}`;
}

function* details(item: DemandItem): Generator<string> {
  if (item.reason !== null) yield item.reason;
  const findings = item.findings.slice(0, mostNamed);
  for (const { file, line, message, rule } of findings) yield `${safe(file)}:${line}: ${safe(message)} [${rule}]`;
  if (item.findings.length > findings.length) yield `and ${item.findings.length - findings.length} more`;
  yield* new Set(item.findings.flatMap(({ waived }) => (waived ? [acceptance(waived)] : [])));
  const named = item.evidence.slice(0, mostNamed);
  if (named.length > 0) {
    const more = item.evidence.length - named.length;
    const places = named.map((e) => `${safe(evidenceWords(e))} ${safe(e.file)}:${e.line}`).join(', ');
    yield `${places}${more > 0 ? ` and ${more} more` : ''}`;
  }
  const other = elsewhere(item);
  if (other !== '') yield other;
}

function lines(item: DemandItem, width: number, own: number): string[] {
  const first = pad(item.number, own);
  const indent = ' '.repeat(own);
  return [
    ...wrap(`${stateWords[item.state]}: ${item.demand}`, width, indent, first),
    ...[...details(item)].flatMap((line) => wrap(line, width, `${indent}  `, `${indent}  `)),
  ];
}

function block({ source, counts, demands }: CoverageText, width: number): string {
  const own = Math.max(leastWidth, ...demands.map((d) => d.number.length + 1));
  const head = wrap(`${source}: ${inWords(counts)}`, width, '  ', '');
  return [...head, ...demands.flatMap((d) => lines(d, width, own))].join('\n');
}

/** Each text with its demands: number, state, what is asked, what it rests on. */
export const text: CoverageView = {
  name: 'text',
  render: (texts, { width }) => `${texts.map((t) => block(t, width)).join('\n\n')}\n`,
};
