import type { Rule } from '../rule.ts';

export const requirementImpossible: Rule = {
  id: 'requirement-impossible',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A requirement must be one that can be met: no more providers than are named, a grace only where it counts.',
  why: 'It is read as "all of them" so that an order can be given at all; the author meant something else.',
  source: 'Soundness of the plan: at least k of n needs k ≤ n',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  osd-1: {}
  osd-2: {}
  gateway:
    dependsOn:
      - {atLeast: 3, of: [osd-1, osd-2]} # <--
      - {id: osd-1, when: start, grace: 2h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  osd-1: {}
  osd-2: {}
  gateway:
    dependsOn:
      - {atLeast: 2, of: [osd-1, osd-2]}
      - {id: osd-1, when: run, grace: 2h}
`,
  *check({ model }) {
    for (const bad of model.problems.requirements) {
      yield bad.problem === 'too-many'
        ? {
            message: `${bad.from} ${bad.detail} named in ${bad.relation}`,
            label: 'more than there are',
            hint: 'lower atLeast or name more alternatives',
            location: bad.at,
            element: bad.from,
          }
        : {
            message: `a grace means nothing with when: ${bad.detail}`,
            label: 'grace is not counted here',
            hint: 'a grace belongs to when: run or when: later',
            location: bad.at,
            element: bad.from,
          };
    }
  },
};
