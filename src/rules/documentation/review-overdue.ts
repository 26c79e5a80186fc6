import type { Period } from '../../inventory/index.ts';
import { isOverdue } from '../due.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const yearly: Period = { months: 12, minutes: 0, text: '1y' };

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan and its procedures were reviewed within their interval; without one, within a year.',
  why: 'The plan knows a system that was switched off two years ago, and not the one that replaced it.',
  source: 'M 6.96: all procedure descriptions must be regularly checked; M 6.138; NIS2 4.1.4: reviewed and updated',
  bad: `
drplan: 1
plan:
  name: Office
  review: {every: 1y, last: 2024-10-05} # <--
procedures:
  start:
    title: Start a server
    lastVerified: 2023-02-01 # <--
    steps: [{do: Switch it on}]
`,
  good: `
drplan: 1
plan:
  name: Office
  review: {every: 1y, last: 2026-10-05}
procedures:
  start:
    title: Start a server
    lastVerified: 2026-02-01
    steps: [{do: Switch it on}]
`,
  *check({ model, today }) {
    const { plan, planAt, policy } = model;
    const every = plan?.review?.every ?? policy.review?.plan ?? yearly;
    const last = plan?.review?.last;
    if (plan && planAt && isOverdue(last, every, today)) {
      yield {
        message:
          last === undefined
            ? 'it is not said when the plan was last reviewed'
            : `the plan was last reviewed on ${last}, more than ${every.text} ago`,
        hint: 'go through it with those who answer for its parts, then write review: {every: 1y, last: DATE, by: ROLE}',
        location: plan.review ? { ...planAt, path: [...planAt.path, 'review'] } : { ...planAt, onKey: true },
      };
    }
    const limit = policy.review?.documents ?? yearly;
    // A review of the plan covers procedures that have no date of their own.
    for (const procedure of model.of('procedure')) {
      const { lastVerified } = procedure.data;
      if (lastVerified === undefined || !isOverdue(lastVerified, limit, today)) continue;
      yield {
        message: `${procedure.id} was last tried or read by a second person on ${lastVerified}, more than ${limit.text} ago`,
        label: 'long ago',
        hint: 'try it, mend it, then write the day as lastVerified',
        location: fieldOf(procedure, 'lastVerified'),
        element: procedure.id,
      };
    }
  },
};
