import type { CopyVerdict } from '../../analysis/index.ts';
import type { Rule } from '../rule.ts';

/** So many sections are named. */
const mostNamed = 4;

function changesOf({ sections }: CopyVerdict): string {
  if (sections.length === 0) return 'the plan no longer has what it was printed from';
  const more = sections.length - mostNamed;
  const named = sections.slice(0, mostNamed).join(', ');
  return `changed since: ${named}${more > 0 ? ` and ${more} more sections` : ''}`;
}

/** After a year a copy that was never brought up to date is given up, not forgotten. */
const daysOfGrace = 365;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Its cause is a register beside the plan, and paper: no piece of a plan can show it. */
export const paperCopyStale: Rule = {
  id: 'paper-copy-stale',
  severity: 'warning',
  profiles: ['start', 'grundschutz'],
  summary: 'Every registered copy on paper says what the plan says today.',
  why: 'The copy in the server room still has the telephone number of somebody who left.',
  source: 'BSI 200-4, 8: emergency documents are kept up to date and available; M 6.96: also on paper',
  bad: '',
  good: '',
  *check({ staleCopies, today }) {
    for (const stale of staleCopies) {
      const { copy, document, holder, place, printedOn, file, line } = stale;
      const where = [holder, place].filter(Boolean).join(', ');
      yield {
        message: `copy ${copy} of ${document}${where === '' ? '' : ` (${where})`}, printed ${printedOn}, is stale; ${changesOf(stale)}`,
        hint: `print what changed: drplan paper replace --copy ${copy}`,
        ...(daysBetween(printedOn, today) > daysOfGrace ? { severity: 'error' } : {}),
        location: { file, document: 0, path: [], range: { line, column: 1, endLine: line, endColumn: 1 } },
      };
    }
  },
};
