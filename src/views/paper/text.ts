import { ranges } from '../../diagnostics/ranges.ts';
import type { CopyStatus } from '../../paper/index.ts';
import { safe, wrap } from '../terminal.ts';
import type { PaperView } from './view.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const whereabouts = ({ copy }: CopyStatus): string =>
  [copy.holder, copy.place].filter(Boolean).map(safe).join(', ') || 'nobody said who has it';

const verdict: Readonly<Record<CopyStatus['state'], string>> = {
  current: 'current',
  stale: 'STALE',
  lost: 'lost',
  destroyed: 'destroyed',
};

/** What is wrong with a copy, most exact first. */
function* reasons({ state, stalePages, sections, exchange, copy }: CopyStatus): Generator<string> {
  if (state === 'stale' && stalePages === undefined && sections.length === 0) {
    yield 'the plan no longer has what it was printed from: take it out of use';
  }
  if (stalePages !== undefined && stalePages.length > 0) yield `says something else now: page ${ranges(stalePages)}`;
  const changed = sections.map((s) => (s.change === 'changed' ? safe(s.title) : `${safe(s.title)} (${s.change})`));
  if (changed.length > 0) yield `sections: ${changed.join('; ')}`;
  if (exchange && state === 'stale') {
    const { takeOut, putIn, moved } = exchange;
    const said = [
      takeOut.length > 0 ? `take out ${ranges(takeOut)}` : '',
      putIn.length > 0 ? `put in ${ranges(putIn)}` : '',
      moved.length > 0 ? `${count(moved.length, 'page')} get another number` : '',
    ].filter(Boolean);
    yield `${said.join(', ')}: drplan paper replace --copy ${copy.copy}`;
  }
  if (copy.pending) {
    yield `pages printed on ${copy.pending.printedOn} are not recorded as put in: drplan paper register --copy ${copy.copy} --exchanged`;
  }
}

/** One paragraph a copy, then what they come to. */
export const text: PaperView = {
  name: 'text',
  render: (copies, { width, inexact }) => {
    if (copies.length === 0) {
      return 'No copy is registered. One is when it is printed: drplan print --copy 1\n';
    }
    const lines = copies.flatMap((status) => [
      ...wrap(
        `${verdict[status.state]}  copy ${status.copy.copy} of ${safe(status.copy.document)}, ${whereabouts(status)}, printed ${status.copy.printedOn}`,
        width,
        '  ',
        '',
      ),
      ...[...reasons(status)].flatMap((reason) => wrap(reason, width, '    ', '  ')),
    ]);
    const inUse = copies.filter((c) => c.state === 'current' || c.state === 'stale');
    const stale = inUse.filter((c) => c.state === 'stale').length;
    const summary = `${count(inUse.length, 'copy').replace('copys', 'copies')} in use, ${stale} stale`;
    const note = inexact === '' ? [] : wrap(`Compared by sections, not by pages: ${inexact}`, width, '');
    return `${[...lines, '', summary, ...note].join('\n')}\n`;
  },
};
