import type { Rule } from '../rule.ts';

export const activationCriteriaMissing: Rule = {
  id: 'activation-criteria-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan says when it is activated, and who decides it.',
  why: 'For two hours everybody hopes that it comes back by itself, since nobody may say that it does not.',
  source:
    'NIS2 Implementing Regulation 4.1.2 (d), DORA RTS (EU) 2024/1774 Art. 26 (1) (a): conditions for activation and deactivation',
  bad: `
drplan: 1
plan: # <--
  name: Office
`,
  good: `
drplan: 1
plan:
  name: Office
  activation: {criteria: A process is down for more than an hour, decidedBy: [manager]}
roles: {manager: {}}
`,
  *check({ model: { plan, planAt } }) {
    if (!plan || !planAt) return;
    const { criteria, decidedBy } = plan.activation ?? {};
    const lacking = [
      criteria?.length ? undefined : 'when it is activated',
      decidedBy?.length ? undefined : 'who decides that it is activated',
    ].filter((what) => what !== undefined);
    if (lacking.length === 0) return;
    yield {
      message: `the plan does not say ${lacking.join(' and ')}`,
      hint: 'add activation: {criteria: [WHAT IS DOWN FOR HOW LONG], decidedBy: [ROLE]} to the plan',
      location: plan.activation ? { ...planAt, path: [...planAt.path, 'activation'] } : { ...planAt, onKey: true },
    };
  },
};
