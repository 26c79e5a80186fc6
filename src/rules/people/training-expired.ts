import { late } from '../due.ts';
import type { Rule } from '../rule.ts';

export const trainingExpired: Rule = {
  id: 'training-expired',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Trainings are repeated before they run out.',
  why: 'What was practised once, six years and two releases ago, is not known any more.',
  source: 'M 6.138: trained personnel; ISO 27002 backup workflow, task 13: training for staff',
  bad: `
drplan: 1
plan: {name: Office}
roles: {backup-admin: {holders: [anna]}}
people:
  anna:
    phones: [{kind: mobile, number: "1"}]
    trainings:
      - {topic: restore, date: 2020-02-01, validFor: 2y} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {backup-admin: {holders: [anna]}}
people:
  anna:
    phones: [{kind: mobile, number: "1"}]
    trainings:
      - {topic: restore, date: 2020-02-01, validFor: 2y}
      - {topic: restore, date: 2026-02-01, validFor: 2y}
`,
  *check(facts) {
    for (const { element = '', detail, dueOn, at } of late(facts, 'training')) {
      // Of those who were never trained training-missing speaks.
      if (dueOn === undefined) continue;
      yield {
        message: `the training of ${element} in ${detail} ran out on ${dueOn}`,
        label: 'run out',
        hint: 'repeat it and add the new date; take it out if nobody needs it any more',
        location: at,
        element,
      };
    }
  },
};
