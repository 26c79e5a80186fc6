import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupUserFeedbackMissing: Rule = {
  id: 'backup-user-feedback-missing',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'The people whose data is saved were asked how they get on with the backup.',
  why: 'They have long kept copies of their own, since a restore takes three tickets.',
  source: 'ISO 27002 backup workflow, task 2 and 14: speak to users; solicit feedback from users',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], feedback: "Sales: a lost file is back within the hour"}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'says nothing of what its users think of it',
      many: 'say nothing of what their users think of them',
      hint: 'ask somebody who needed a restore, then add feedback',
    };
    yield* missing(backupCoverage.backups, lack, (b) => b.data.feedback === undefined);
  },
};
