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

/** What a demand's state rests on, in one line and without lines of files: they move. */
export function inShort(item: DemandItem): string {
  const { reason, findings, evidence } = item;
  const named = findings.length > 0 ? findings.map((f) => f.message) : evidence.map(evidenceWords);
  const more = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : '';
  const by = findings[0]?.waived?.by;
  const accepted = item.state === 'waived' && by !== undefined ? `accepted by ${by}` : '';
  const listed = named.slice(0, mostNamed).join(', ');
  return [reason ?? '', `${listed}${more}`, accepted, elsewhere(item)].filter(Boolean).join('; ');
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
