import { minutesOf } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
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
  *check({ model, today }) {
    for (const host of model.of('hypervisor')) {
      const { every, last } = host.data.healthCheck ?? {};
      if (!every) continue;
      const days = last === undefined ? undefined : (Date.parse(today) - Date.parse(last)) / 86_400_000;
      if (days !== undefined && days * 1440 <= minutesOf(every)) continue;
      yield {
        message:
          last === undefined
            ? `${host.id} was never checked for errors`
            : `${host.id} was last checked for errors on ${last}, ${days} days ago`,
        hint: 'check it, then write the day as last',
        location: fieldOf(host, 'healthCheck', ...(last === undefined ? [] : ['last'])),
        element: host.id,
      };
    }
  },
};
