import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const hypervisorHealthCheckOverdue: Rule = {
  id: 'hypervisor-health-check-overdue',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The check of every hypervisor was done within its interval.',
  why: 'An interval that nobody keeps is worse than none: everybody believes that somebody looks.',
  source: 'M 6.138: are the virtualisation servers regularly checked for errors?',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {healthCheck: {every: 1w, last: 2001-05-01}} # <--
virtualMachines: {web: {runsOn: hv-1}}
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors:
  hv-1: {healthCheck: {every: 100y, last: 2026-11-20}}
virtualMachines: {web: {runsOn: hv-1}}
`,
  *check(facts) {
    for (const { element = '', last, at } of late(facts, 'health-check')) {
      const days = last === undefined ? 0 : (Date.parse(facts.today) - Date.parse(last)) / 86_400_000;
      yield {
        message:
          last === undefined
            ? `${element} was never checked for errors`
            : `${element} was last checked for errors on ${last}, ${days} days ago`,
        hint: 'check it, then write the day as last',
        location: at,
        element,
      };
    }
  },
};
