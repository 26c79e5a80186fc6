import type { Location } from '../../diagnostics/location.ts';
import { nearest } from '../../diagnostics/near.ts';
import type { Rule } from '../rule.ts';

interface Named {
  readonly id: string;
  readonly location: Location;
  /** It is only said how severe the rule is. */
  readonly isSeverity: boolean;
}

export const ruleUnknown: Rule = {
  id: 'rule-unknown',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Every rule that the policy or a waiver names exists.',
  why: 'The rule was meant to be an error; a letter was missing, and for two years it was not.',
  source: 'Soundness of the plan: a decision about a rule that does not exist decides nothing',
  bad: `
drplan: 1
plan: {name: Office}
policy:
  severities:
    asset-orfan: error # <--
    schema-invalid: warning # <--
waivers:
  - rule: single-point-of-failures # <--
    reason: A day of outage is borne
    by: anna
    until: 2999-12-31
people: {anna: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
policy:
  severities:
    asset-orphan: error
    backup-manual: warning
waivers:
  - rule: single-point-of-failure
    reason: A day of outage is borne
    by: anna
    until: 2999-12-31
people: {anna: {}}
`,
  *check({ model }, registry) {
    const byName = new Map(registry.flatMap((rule) => [rule.id, ...(rule.alsoKnownAs ?? [])].map((n) => [n, rule])));
    const { policy, policyAt, waivers } = model;
    const named: readonly Named[] = [
      ...Object.keys(policy.severities ?? {}).flatMap((id) =>
        policyAt === undefined
          ? []
          : [
              {
                id,
                isSeverity: true,
                location: { ...policyAt, path: [...policyAt.path, 'severities', id], onKey: true },
              },
            ],
      ),
      ...waivers.map(({ data, at }) => ({
        id: data.rule,
        isSeverity: false,
        location: { ...at, path: [...at.path, 'rule'] },
      })),
    ];
    for (const { id, isSeverity, location } of named) {
      const rule = byName.get(id);
      if (rule === undefined) {
        const near = nearest(id, byName.keys());
        yield {
          message: `there is no rule "${id}"`,
          label: 'no such rule',
          hint:
            near === undefined
              ? 'drplan validate ends each finding with the id of its rule'
              : `did you mean "${near}"?`,
          location,
        };
      } else if (isSeverity && !rule.check) {
        yield {
          message: `${id} is found while the plan is read, before there is a policy: its severity cannot be set`,
          hint: 'take the line out',
          location,
        };
      }
    }
  },
};
