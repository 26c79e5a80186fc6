import type { Facts } from '../analysis/index.ts';
import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { Policy, Waiver } from '../inventory/index.ts';
import type { Profile, Rule } from './rule.ts';

/** Every rule of the chosen profiles over the facts. Severities may be set per rule in the policy; `off` silences. */
export function check(
  facts: Facts,
  rules: readonly Rule[],
  chosen?: readonly string[],
  registry: readonly Rule[] = rules,
): readonly Finding[] {
  const { policy } = facts.model;
  const active = new Set<string>(chosen ?? policy.profiles ?? ['start']);
  const found: Finding[] = [];
  for (const rule of rules) {
    const set = [rule.id, ...(rule.alsoKnownAs ?? [])].map((id) => severityIn(policy, id)).find((x) => x !== undefined);
    const wanted = set !== undefined || active.has('full') || rule.profiles.some((p: Profile) => active.has(p));
    if (!rule.check || !wanted || set === 'off') continue;
    for (const judgement of rule.check(facts, registry)) {
      found.push({
        ...judgement,
        rule: rule.id,
        source: rule.source,
        severity: set ?? judgement.severity ?? rule.severity,
      });
    }
  }
  return found;
}

function severityIn(policy: Policy, rule: string): Severity | 'off' | undefined {
  return (policy.severities as Readonly<Record<string, Severity | 'off'>> | undefined)?.[rule];
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
