import type { Rule } from '../rule.ts';

export const responsibleRoleMissing: Rule = {
  id: 'responsible-role-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The plan says who initiates emergency preparedness and who implements it.',
  why: 'A plan that nobody is responsible for is true on the day it is written, and on no other.',
  source: 'M 6.96, M 6.101, M 6.138: responsible for initiation, responsible for implementation',
  bad: `
drplan: 1
plan: # <--
  name: Office
policy: {profiles: [grundschutz]}
`,
  good: `
drplan: 1
plan:
  name: Office
  responsibility: {initiate: security-officer, implement: admin}
policy: {profiles: [grundschutz]}
roles:
  security-officer: {name: IT security officer}
  admin: {name: Administrator}
`,
  *check({ model }) {
    if (!model.plan || !model.planAt) return;
    const { initiate, implement } = model.plan.responsibility ?? {};
    const lacking = [initiate ? undefined : 'initiates', implement ? undefined : 'implements'].filter(Boolean);
    if (lacking.length === 0) return;
    yield {
      message: `the plan does not say who ${lacking.join(' and who ')} it`,
      hint: 'add "responsibility: {initiate: ROLE, implement: ROLE}" to the plan',
      location: { ...model.planAt, onKey: true },
    };
  },
};
