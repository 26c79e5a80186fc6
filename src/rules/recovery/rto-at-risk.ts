import { clockTime } from '../due.ts';
import { missedPromises } from '../missed-promises.ts';
import type { Rule } from '../rule.ts';

export const rtoAtRisk: Rule = {
  id: 'rto-at-risk',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The promised times can be kept together: nobody has to be in two places at once for them.',
  why: 'Each promise can be kept alone, and the same two people are to keep them all.',
  source: 'M 6.96: controlled startup; NIS2 4.2.4 (c): staff; judged by the best order that was found',
  bad: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 1}}
servers:
  shop: {recovery: {rto: 45m, restart: {takes: 30m, staff: {admin: 1}}}} # <--
  mail: {recovery: {rto: 45m, restart: {takes: 30m, staff: {admin: 1}}}}
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
servers:
  shop: {recovery: {rto: 45m, restart: {takes: 30m, staff: {admin: 1}}}}
  mail: {recovery: {rto: 45m, restart: {takes: 30m, staff: {admin: 1}}}}
`,
  *check(facts) {
    yield* missedPromises(
      facts,
      ['contested'],
      ({ scheduled }) => `is missed (${clockTime(scheduled ?? 0)}), though it could be kept alone,`,
      () => 'drplan recovery-order says who is missing and which step would have to be shorter',
    );
  },
};
