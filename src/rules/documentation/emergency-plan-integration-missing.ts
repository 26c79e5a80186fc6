import type { Rule } from '../rule.ts';

export const emergencyPlanIntegrationMissing: Rule = {
  id: 'emergency-plan-integration-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The plan says of which emergency plan of the organisation it is a part.',
  why: 'The crisis team alarms by one list and IT by another, and nobody calls the caretaker.',
  source: 'M 6.96: the emergency planning must be integrated into the existing emergency plan; M 6.138 likewise',
  bad: `
drplan: 1
plan: {name: Office} # <--
`,
  good: `
drplan: 1
plan: {name: Office, partOf: {title: Emergency handbook, section: Chapter 4}}
`,
  *check({ model }) {
    const { plan, planAt } = model;
    if (!plan || !planAt || plan.partOf?.document || plan.partOf?.title) return;
    yield {
      message: 'the plan does not say of which emergency plan of the organisation it is a part',
      hint: 'add partOf: {title: …, section: …} to plan; where there is no other plan, say so in title',
      location: { ...planAt, onKey: true },
    };
  },
};
