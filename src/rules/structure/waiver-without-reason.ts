import type { Rule } from '../rule.ts';

export const waiverWithoutReason: Rule = {
  id: 'waiver-without-reason',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A waiver says why, who decided, and until when.',
  why: 'A finding that is silenced without a reason comes back as an outage that nobody accepted.',
  source: 'BSI-Standard 200-2: deviations are reasoned and decided by name',
  bad: `
drplan: 1
plan: {name: Office}
waivers:
  - rule: asset-orphan # <--
    elements: [printer]
servers:
  printer: {}
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {name: Anna}
waivers:
  - rule: asset-orphan
    elements: [printer]
    reason: Stands alone on purpose
    by: anna
    until: 2999-12-31
servers:
  printer: {}
`,
  *check({ model }) {
    for (const { data, at } of model.waivers) {
      const lacking = (['reason', 'by', 'until'] as const).filter((field) => data[field] === undefined);
      if (lacking.length === 0) continue;
      yield {
        message: `the waiver of ${data.rule} has no ${lacking.join(', no ')}`,
        hint: 'a waiver without a reason is not in force',
        location: { ...at, path: [...at.path, 'rule'] },
      };
    }
  },
};
