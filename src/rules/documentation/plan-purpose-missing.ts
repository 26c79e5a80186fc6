import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const planPurposeMissing: Rule = {
  id: 'plan-purpose-missing',
  severity: 'warning',
  profiles: ['nis2', 'dora'],
  summary: 'The plan says what it is for, what it covers and for whom it is written.',
  why: 'Sales believes that the notebooks are covered; they are not, and it is found out in the outage.',
  source: 'NIS2 Implementing Regulation 4.1.2 (a): purpose, scope and audience; DORA RTS 2024/1774 Art. 24 (1)',
  bad: `
drplan: 1
plan: {name: Office, purpose: Work again within a day} # <--
`,
  good: `
drplan: 1
plan: {name: Office, purpose: Work again within a day, scope: The server room, audience: [IT]}
`,
  *check({ model }) {
    const { plan, planAt } = model;
    if (!plan || !planAt) return;
    const lacking = [
      ...(plan.purpose === undefined ? ['what it is for'] : []),
      ...(plan.scope === undefined ? ['what it covers'] : []),
      ...(plan.audience?.length ? [] : ['for whom it is written']),
    ];
    if (lacking.length === 0) return;
    yield {
      message: `the plan does not say ${listed(lacking)}`,
      hint: 'add purpose, scope and audience to plan',
      location: { ...planAt, onKey: true },
    };
  },
};
