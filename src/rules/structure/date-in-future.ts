import type { Rule } from '../rule.ts';

export const dateInFuture: Rule = {
  id: 'date-in-future',
  severity: 'warning',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A record of what has happened must not lie in the future.',
  why: 'A test, a review or a check dated ahead looks done for as long as the slip lasts, and nobody does it.',
  source: 'Soundness of the plan: records are compared with the day of the check',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {lastVerified: 2999-01-01} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {lastVerified: 2020-01-01}
`,
  *check({ recordedDates, today }) {
    for (const { element, field, date, at } of recordedDates) {
      if (date <= today) continue;
      yield {
        message: `${field} of ${element} is ${date}, after today (${today})`,
        label: 'not yet',
        hint: 'correct the year, or write a planned date as a deadline',
        location: at,
        element,
      };
    }
  },
};
