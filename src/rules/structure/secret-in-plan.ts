import type { Rule } from '../rule.ts';

export const secretInPlan: Rule = {
  id: 'secret-in-plan',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'No password, token or key stands in the plan.',
  why: 'The plan is printed, copied and carried about; whoever finds a lost binder would hold the keys as well.',
  source: 'M 6.138: the documents contain important information and must be kept safe',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  log-in:
    title: Log in to the console
    steps:
      - do: "Log in as root, password: Winter2026!" # <--
`,
  good: `
drplan: 1
plan: {name: Office}
procedures:
  log-in:
    title: Log in to the console
    steps:
      - do: Log in as root with the password from sealed envelope 3
`,
  *check({ model }) {
    for (const { element, looksLike, at } of model.problems.secrets) {
      yield {
        message: `this looks like ${looksLike}`,
        hint: 'change it now, and write where it is kept instead: "see sealed envelope 3"',
        location: at,
        ...(element === undefined ? {} : { element }),
      };
    }
  },
};
