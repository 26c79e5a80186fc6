import type { Facts } from '../analysis/index.ts';
import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { Policy, Waiver } from '../inventory/index.ts';
import type { Profile, Rule } from './rule.ts';

/** Whether a rule runs: it is in a chosen profile (default: those of the policy), or the policy gives it a severity. */
export function isActive(
  { id, alsoKnownAs = [], profiles }: Rule,
  policy: Policy,
  chosen?: readonly string[],
): boolean {
  const set = severityOf(policy, [id, ...alsoKnownAs]);
  if (set !== undefined) return set !== 'off';
  const active = new Set<string>(chosen ?? policy.profiles ?? ['start']);
  return active.has('full') || profiles.some((p: Profile) => active.has(p));
}

/** Every rule of the chosen profiles over the facts. Severities may be set per rule in the policy; `off` silences. */
export function check(
  facts: Facts,
  rules: readonly Rule[],
  chosen?: readonly string[],
  registry: readonly Rule[] = rules,
): readonly Finding[] {
  const { policy } = facts.model;
  const found: Finding[] = [];
  for (const rule of rules) {
    if (!rule.check || !isActive(rule, policy, chosen)) continue;
    const set = severityOf(policy, [rule.id, ...(rule.alsoKnownAs ?? [])]);
    for (const judgement of rule.check(facts, registry)) {
      found.push({
        ...judgement,
        rule: rule.id,
        source: rule.source,
        severity: set === undefined || set === 'off' ? (judgement.severity ?? rule.severity) : set,
      });
    }
  }
  return found;
}

/** What the policy says of a rule under one of its names. */
export function severityOf(policy: Policy, names: readonly string[]): Severity | 'off' | undefined {
  const severities = policy.severities as Readonly<Record<string, Severity | 'off'>> | undefined;
  return names.map((name) => severities?.[name]).find((s) => s !== undefined);
}

/** Marks the findings that a waiver takes out of the verdict: one in force, with a reason and who decided. */
export function waive(
  findings: readonly Finding[],
  waivers: readonly { readonly data: Waiver }[],
  today: string,
  registry: readonly Rule[],
): readonly Finding[] {
  const aliases = new Map(registry.flatMap((rule) => (rule.alsoKnownAs ?? []).map((name) => [name, rule.id])));
  const valid = waivers.map((w) => w.data).filter((w) => w.reason && (w.until === undefined || w.until >= today));
  if (valid.length === 0) return findings;
  return findings.map((finding) => {
    const concerned = finding.elements ?? (finding.element === undefined ? [] : [finding.element]);
    const covers = (w: Waiver): boolean =>
      (aliases.get(w.rule) ?? w.rule) === finding.rule &&
      (!w.elements?.length || (concerned.length > 0 && concerned.every((id) => w.elements?.includes(id))));
    const waiver = valid.find(covers);
    if (!waiver) return finding;
    const { reason = '', by, until } = waiver;
    return {
      ...finding,
      waived: { reason, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) },
    };
  });
}
