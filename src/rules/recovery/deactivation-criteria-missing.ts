import type { Rule } from '../rule.ts';

export const deactivationCriteriaMissing: Rule = {
  id: 'deactivation-criteria-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan says when the emergency is over.',
  why: 'The crisis team goes home one by one, and nobody tells the shop that it may sell again.',
  source:
    'NIS2 Implementing Regulation 4.1.2 (d), DORA RTS (EU) 2024/1774 Art. 26 (1) (a): conditions for activation and deactivation',
  bad: `
drplan: 1
plan:
  name: Office
  activation: {criteria: A process is down for more than an hour, decidedBy: [manager]} # <--
roles: {manager: {}}
`,
  good: `
drplan: 1
plan:
  name: Office
  activation:
    criteria: A process is down for more than an hour
    decidedBy: [manager]
    deactivation: All processes have worked for a day without a workaround
roles: {manager: {}}
`,
  *check({ model: { plan, planAt } }) {
    if (!plan || !planAt || plan.activation?.deactivation?.length) return;
    yield {
      message: 'the plan does not say when the emergency is over',
      hint: 'add activation: {deactivation: …}: what must have worked for how long',
      location: plan.activation ? { ...planAt, path: [...planAt.path, 'activation'] } : { ...planAt, onKey: true },
    };
  },
};
