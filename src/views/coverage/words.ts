import type { State } from '../../coverage/index.ts';
import type { Counts, DemandItem, EvidenceItem } from './view.ts';

/** So many places are named where people read; the JSON has all. */
export const mostNamed = 4;

/** States as they are said. */
export const stateWords: Readonly<Record<State, string>> = {
  fulfilled: 'fulfilled',
  open: 'OPEN',
  waived: 'waived',
  'not-applicable': 'not applicable',
};

/** "12 fulfilled, 3 OPEN, 1 waived, 4 not applicable". */
export const inWords = (counts: Counts): string =>
  (Object.keys(stateWords) as State[]).map((state) => `${counts[state]} ${stateWords[state]}`).join(', ');

/** "hv-1", "nightly (restore test of 2026-09-05)"; where there is no id, what the plan says. */
export const evidenceWords = ({ element, text }: EvidenceItem): string =>
  element === null ? (text ?? '') : text === null ? element : `${element} (${text})`;

const paper = {
  en: {
    more: (n: number) => `and ${n} more`,
    waived: (by: string, until: string) => `accepted by ${by}${until === '' ? '' : ` until ${until}`}`,
    somebody: 'somebody',
    see: 'see',
  },
  de: {
    more: (n: number) => `und noch ${n}`,
    waived: (by: string, until: string) => `hingenommen von ${by}${until === '' ? '' : ` bis ${until}`}`,
    somebody: 'jemandem',
    see: 'siehe',
  },
};

/** How evidence is said on paper: in its language, with the titles that stand on its pages. */
export interface OnPaper {
  readonly language: keyof typeof paper;
  /** Title of a section of the binder. */
  readonly titleOf: (section: string) => string;
  readonly day: (date: string) => string;
}

/** What a demand's state rests on, in one line and without lines of files: they move. */
export function inShort(item: DemandItem, { language, titleOf, day }: OnPaper): string {
  const { reason, findings, evidence, sections, commands } = item;
  const say = paper[language];
  const named = findings.length > 0 ? findings.map((f) => f.message) : evidence.map(evidenceWords);
  const more = named.length > mostNamed ? ` ${say.more(named.length - mostNamed)}` : '';
  const waived = item.state === 'waived' ? findings[0]?.waived : undefined;
  const accepted = waived ? say.waived(waived.by ?? say.somebody, waived.until ? day(waived.until) : '') : '';
  const elsewhere = [...sections.map(titleOf), ...commands.map((c) => `drplan ${c}`)].join(', ');
  return [
    reason ?? '',
    `${named.slice(0, mostNamed).join(', ')}${more}`,
    accepted === '' ? '' : `${accepted}: ${waived?.reason}`,
    elsewhere === '' ? '' : `${say.see} ${elsewhere}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What is shown where the evidence is no place in the plan. */
export function elsewhere({ sections, commands }: DemandItem): string {
  return [
    sections.length > 0 ? `binder: ${sections.join(', ')}` : '',
    commands.length > 0 ? `drplan ${commands.join(', drplan ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
