import { analyse, judge, readPlan } from '../pipeline.ts';
import { noPaint, reporters } from '../reporters/index.ts';
import type { Rule } from '../rules/index.ts';
import { hashOf } from './hash.ts';
import { version } from './version.ts';

/** The day of the examples: their dates are due or overdue on it, and the page is the same on every other. */
const exampleDay = '2026-11-23';
const limits = { fileBytes: 1_000_000 };
const columns = 100;

/** What `validate` prints for the bad example of a rule; empty when its cause is no text of a plan. */
export function ruleOutput(rule: Rule): string {
  if (rule.bad === '') return '';
  const marked = rule.bad.trim().replace(/ *# <--.*$/gm, '');
  const yaml = marked.includes('drplan: 1') ? marked : `drplan: 1\nplan: {name: Test}\n${marked}`;
  const texts = {
    'drplan.yaml': `${yaml}\n`,
    ...(rule.evidence?.bad ? { 'evidence/runs.jsonl': rule.evidence.bad } : {}),
  };
  const encoder = new TextEncoder();
  const reading = readPlan(
    Object.entries(texts).map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
    limits,
  );
  const facts = analyse(reading, exampleDay);
  const found = judge(reading, facts, ['full']).filter((d) => d.rule === rule.id && !d.waived);
  const plan = { name: 'Test', version: null, fingerprint: '', revision: null };
  const report = {
    header: { tool: { name: 'drplan', version }, plan, today: exampleDay },
    files: reading.files,
    elements: reading.elements,
    baselined: [],
    first: [],
    diagnostics: found,
    prefix: '',
    paths: reading.paths,
    rules: [rule],
    hash: hashOf,
  } as const;
  const text = reporters.find((r) => r.name === 'text');
  return text?.render(report, { paint: noPaint, width: columns, limit: 1 }).trimEnd() ?? '';
}
