import type { Rule } from '../rules/index.ts';
import { clauseWords } from './clause-words.ts';
import type { Demand, Standard, Text } from './demand.ts';
import { type Said, said, same } from './said.ts';
import { subjectsOf } from './subjects.ts';

/** A standard as the sources of rules cite it: how a clause is written there, and how it is listed. */
interface Citing {
  readonly standard: Standard;
  readonly name: Said;
  readonly clause: RegExp;
  /** The clauses of one match. */
  readonly listed: (match: RegExpMatchArray) => readonly string[];
}

const whole = (match: RegExpMatchArray): readonly string[] => [match[0]];
const letters = (clause: string): string => clause.replace(/(?<=\d) ?([a-z])$/, ' ($1)');

const citings: readonly Citing[] = [
  {
    standard: 'bsi',
    name: said('BSI: standards 200-2 and 200-4, IT-Grundschutz', 'BSI: Standards 200-2 und 200-4, IT-Grundschutz'),
    clause:
      /BSI(?:-Standard)? (?<part>200-\d)(?:(?:, | §)(?<at>\d[\d.]*\d|\d))?|(?<module>[A-Z]{3}[\d.]*\d)\.(?<first>A\d+)(?:, (?<second>A\d+))?|M 6\.(?:11|37|41)\b/g,
    listed: ({ 0: all, groups: { part, at, module, first, second } = {} }) =>
      part !== undefined
        ? [`BSI ${part}${at === undefined ? '' : `, ${at}`}`]
        : module !== undefined
          ? [first, second].flatMap((a) => (a === undefined ? [] : [`${module}.${a}`]))
          : [all],
  },
  { standard: 'iso', name: same('ISO 22301'), clause: /ISO 22301 \d[\d.]*\d/g, listed: whole },
  {
    standard: 'nis2',
    name: said(
      'NIS2: directive (EU) 2022/2555 (articles) and implementing regulation (EU) 2024/2690 (annex)',
      'NIS2: Richtlinie (EU) 2022/2555 (Artikel) und Durchführungsverordnung (EU) 2024/2690 (Anhang)',
    ),
    clause:
      /NIS2(?: implementing regulation)? (?<first>(?:Art\. )?\d[\d.]*(?: ?\(?[a-z]\)?(?![\w-]))?)(?: and (?<second>\d[\d.]*\d))?/gi,
    listed: ({ groups: { first, second } = {} }) =>
      [first, second].flatMap((c) => (c === undefined ? [] : [`NIS2 ${letters(c.replace(/[.:]$/, ''))}`])),
  },
  {
    standard: 'dora',
    name: said(
      'DORA: regulation (EU) 2022/2554 and technical standards (EU) 2024/1774',
      'DORA: Verordnung (EU) 2022/2554 und technische Standards (EU) 2024/1774',
    ),
    clause: /DORA (?<rts>RTS )?(?:\(EU\) )?(?:2024\/1774 )?(?<at>Art\. \d+(?: \(\d+\))?(?: \([a-z]\))?)/g,
    listed: ({ groups: { rts = '', at = '' } = {} }) => [`DORA ${rts}${at}`],
  },
];

const naturally = new Intl.Collator('en', { numeric: true });

/** The clauses of a standard that a rule names as its source. */
function clausesOf({ clause, listed }: Citing, { source }: Rule): readonly string[] {
  return [...source.matchAll(clause)].flatMap(listed);
}

function clauseDemand(number: string, rules: readonly Rule[]): Demand {
  return {
    number,
    demand: clauseWords[number] ?? same(rules.map(({ summary }) => summary.replace(/\.$/, '')).join('; ')),
    ...subjectsOf(rules.map((r) => r.id)),
    rules: rules.map((r) => r.id),
  };
}

/** A standard as drplan answers it: each clause that a rule names as its source is one demand, so that both agree. */
export function standardText(standard: Standard, rules: readonly Rule[]): Text {
  const citing = citings.find((c) => c.standard === standard) as Citing;
  const citedBy = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const clause of new Set(clausesOf(citing, rule))) citedBy.set(clause, [...(citedBy.get(clause) ?? []), rule]);
  }
  const clauses = [...citedBy].sort(([a], [b]) => naturally.compare(a, b));
  return {
    name: citing.name,
    counts: 'clause',
    standard,
    demands: clauses.map(([number, own]) => clauseDemand(number, own)),
  };
}
