import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const successCriterionMissing: Rule = {
  id: 'success-criterion-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'dora'],
  summary: 'Every procedure says how it is seen that it worked.',
  why: 'At three in the morning somebody says "done", and the next team builds on it.',
  source: 'DORA RTS (EU) 2024/1774 Art. 26 (1) (f): conditions to declare a successful execution of the plan',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  start-server: {title: Start a server} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
procedures:
  start-server: {title: Start a server, success: It answers to a ping from another desk}
`,
  *check({ model }) {
    const lack = {
      one: 'does not say how it is seen that it worked',
      many: 'do not say how it is seen that they worked',
      hint: 'add success: what somebody who was not there can see',
    };
    yield* missing(model.of('procedure'), lack, (p) => p.data.success === undefined);
  },
};
