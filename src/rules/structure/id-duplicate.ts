import type { Rule } from '../rule.ts';

export const idDuplicate: Rule = {
  id: 'id-duplicate',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'An id is given once in the whole plan, whatever the collection or file.',
  why: 'Two elements with one id cannot both be meant by a reference; only the first one is used, the other is lost.',
  source: 'Soundness of the plan: a reference is just an id, so an id must say which element is meant',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: linux}
virtualMachines:
  web: {os: linux} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: linux}
virtualMachines:
  web-test: {os: linux}
`,
  *check({ model }) {
    for (const { id, kept, others } of model.problems.duplicates) {
      for (const location of others) {
        yield {
          message: `the id "${id}" is given twice`,
          label: 'this one is not used',
          hint: 'rename one of them; ids are unique over all files and collections',
          location,
          element: id,
          related: [{ message: 'first given here', location: kept }],
        };
      }
    }
  },
};
