import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../src/analysis/index.ts';
import { analyse, type Reading, readPlan } from '../../src/pipeline.ts';
import { check, type Rule, rules, waive } from '../../src/rules/index.ts';
import { today } from './plan.ts';
import { root } from './program.ts';

/** A plan and one change to it: the example of a rule that it breaks or keeps, or a whole plan. */
export interface ChangedPlan {
  readonly rule: string;
  readonly on: 'bad' | 'good' | 'small-office';
  /** Laid over the plan, as `--with` lays it: null takes away. */
  readonly change: string;
}

const bytes = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const limits = { fileBytes: 8 * 1024 * 1024 };

function filesOf(rule: Rule, on: ChangedPlan['on']) {
  if (on === 'small-office') {
    const dir = join(root, 'examples', on);
    return readdirSync(dir)
      .filter((f) => f.endsWith('.yaml'))
      .map((f) => bytes(f, readFileSync(join(dir, f), 'utf8')));
  }
  const evidence = rule.evidence?.[on];
  return [
    bytes('drplan.yaml', rule[on].trimStart()),
    ...(evidence === undefined ? [] : [bytes('evidence/runs.jsonl', evidence)]),
  ];
}

/** The plan with its change, and what follows from it. */
export function readChanged(
  rule: Rule,
  { on, change }: ChangedPlan,
): { readonly reading: Reading; readonly facts: Facts } {
  const reading = readPlan(filesOf(rule, on), limits, change === '' ? [] : [bytes('change.yaml', change)]);
  return { reading, facts: analyse(reading, today) };
}

/** What a rule finds in the plan: "error shop", "warning shop, mail" for one finding about both; sorted. */
export function foundBy(rule: Rule, facts: Facts): string[] {
  return waive(check(facts, [rule], rule.profiles, rules), facts.model.waivers, facts.today, rules)
    .filter((f) => !f.waived)
    .map((f) => `${f.severity} ${(f.elements ?? [f.element ?? f.location.path.join('.')]).join(', ')}`)
    .sort();
}
