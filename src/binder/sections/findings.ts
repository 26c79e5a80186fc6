import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { section } from '../binder.ts';
import { nameOf } from '../format.ts';
import { group, list, text } from '../view.ts';
import { findingsWords } from '../words/findings.ts';

/** So many of a severity are printed one by one; the rest is counted. */
const mostListed = 200;

const rows = (what: string) =>
  list(
    group(
      // No line number: a plan that grows elsewhere would make this page another one.
      { about: text('The element, or the file.'), message: text('What was found.'), hint: text('What helps.') },
      'A finding.',
    ),
    what,
  );

const view = {
  errors: rows('Findings that make the plan wrong.'),
  moreErrors: text('How many are not listed; empty: none.'),
  warnings: rows('Findings that make it weaker.'),
  moreWarnings: text('How many are not listed; empty: none.'),
  remarks: list(
    group({ rule: text('Id of the rule.'), count: text('How often.') }, 'A rule.'),
    'Information, by rule.',
  ),
  waivers: list(
    group(
      {
        rule: text('Id of the rule.'),
        covers: text('How many findings it covers.'),
        reason: text('Why.'),
        by: text('Who decided.'),
        until: text('Until when.'),
      },
      'A waiver.',
    ),
    'What is known and accepted.',
  ),
};

const listed = (all: readonly Diagnostic[]) =>
  all.slice(0, mostListed).map((d) => ({ about: d.element ?? d.file, message: d.message, hint: d.hint ?? '' }));

function* counted(all: readonly Diagnostic[]): Generator<{ rule: string; count: string }> {
  const rules = new Map<string, number>();
  for (const { rule } of all) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  for (const rule of [...rules.keys()].sort()) yield { rule, count: String(rules.get(rule)) };
}

/** What the check of the plan found, and what was accepted: the reader learns where the plan is weak. */
export const findings = section({
  name: 'findings',
  page: 'P26',
  extracts: [],
  words: findingsWords,
  view,
  build: ({ facts, diagnostics, common, day }, say) => {
    const open = diagnostics.filter((d) => !d.waived);
    const of = (severity: Diagnostic['severity']) => open.filter((d) => d.severity === severity);
    const more = (all: readonly Diagnostic[]): string =>
      all.length > mostListed ? common.more(all.length - mostListed) : '';
    // One row a decision: the same waiver may cover a hundred findings.
    const waivers = new Map<string, { rule: string; waived: NonNullable<Diagnostic['waived']>; count: number }>();
    for (const { rule, waived } of diagnostics) {
      if (!waived) continue;
      const key = JSON.stringify([rule, waived]);
      const known = waivers.get(key);
      waivers.set(key, { rule, waived, count: (known?.count ?? 0) + 1 });
    }
    return {
      content: {
        errors: listed(of('error')),
        moreErrors: more(of('error')),
        warnings: listed(of('warning')),
        moreWarnings: more(of('warning')),
        remarks: [...counted(of('info'))],
        waivers: [...waivers.values()].map(({ rule, waived, count }) => ({
          rule,
          covers: say.covers(count),
          reason: waived.reason,
          by: nameOf(facts, waived.by),
          until: day(waived.until),
        })),
      },
    };
  },
});
