import type { Facts } from '../../src/analysis/index.ts';
import { analyse, locate, type Reading } from '../../src/pipeline.ts';
import { check, type Rule, rules, waive } from '../../src/rules/index.ts';
import { read, today } from './plan.ts';

/** A plan in which the lines that a rule must flag end in `# <--`, or in `# <-- warning` where the severity matters. */
export interface MarkedPlan {
  readonly yaml: string;
  /** Backup runs beside it, one JSON object a line. */
  readonly evidence?: string | undefined;
}

/** A marked plan after reading; facts are derived once, however often rules are asked. */
export interface ReadPlan {
  readonly reading: Reading;
  readonly facts: Facts;
  readonly marks: readonly string[];
}

/** Lines of an example that must be flagged, with the severity where one is asked for. */
export const marksOf = (yaml: string): string[] =>
  yaml.split('\n').flatMap((line, i) => {
    const mark = /# <--(?: (error|warning|info))?\s*$/.exec(line);
    return mark ? [mark[1] === undefined ? `${i + 1}` : `${i + 1} ${mark[1]}`] : [];
  });

/** Reads a marked plan as the program reads it; the first two lines may be left out. */
export function readMarked({ yaml, evidence }: MarkedPlan): ReadPlan {
  const text = yaml.includes('drplan: 1') ? yaml.trimStart() : `drplan: 1\nplan: {name: Test}\n${yaml.trimStart()}`;
  const reading = read({ 'drplan.yaml': text, ...(evidence === undefined ? {} : { 'evidence/runs.jsonl': evidence }) });
  return { reading, facts: analyse(reading, today), marks: marksOf(text) };
}

/**
 * Lines that a rule flags, as marks; what it only informs about (a decision was recorded) counts for rules that only
 * inform, and where the plan asks for severities.
 */
export function flaggedBy(rule: Rule, { reading, facts, marks }: ReadPlan): string[] {
  const severe = marks.some((m) => m.includes(' '));
  const found = rule.check
    ? check(facts, [rule], rule.profiles, rules)
    : reading.findings.filter((f) => f.rule === rule.id);
  const open = waive(found, facts.model.waivers, facts.today, rules).filter(
    (f) => !f.waived && (severe || f.severity !== 'info' || rule.severity === 'info'),
  );
  const lines = open.map((f) => {
    const { line } = locate(reading, f.location);
    return severe ? `${line} ${f.severity}` : `${line}`;
  });
  return [...new Set(lines)].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
}
