import type { Rule } from '../rule.ts';

export const referenceCircular: Rule = {
  id: 'reference-circular',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'Nothing lies in itself and nothing is built into itself.',
  why: 'A place that lies in itself has no building whose loss would take it: the effects of a fire cannot be told.',
  source: 'Soundness of the plan: locations and parts are trees',
  bad: `
drplan: 1
plan: {name: Office}
locations:
  room-1: {type: room, in: rack-1}
  rack-1: {type: rack, in: room-1} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations:
  room-1: {type: room}
  rack-1: {type: rack, in: room-1}
`,
  *check({ model }) {
    for (const { ids, field, at } of model.problems.circles) {
      yield {
        message: `${ids[0]} is ${field === 'in' ? 'in' : 'part of'} itself: ${ids.join(' → ')}`,
        label: 'comes back to the start',
        hint: `take out one "${field}" of the circle`,
        location: at,
        element: ids[0] as string,
        elements: ids.slice(0, -1),
      };
    }
  },
};
