import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const aspects = ['reliable', 'efficient', 'secure'] as const;

export const backupSolutionNotAssessed: Rule = {
  id: 'backup-solution-not-assessed',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Of every backup it was assessed whether it is reliable, efficient and secure, and it is.',
  why: 'The tool was chosen nine years ago for a tenth of the data.',
  source: 'ISO 27002 backup workflow, task 2: whether they are reliable, efficient and secure',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop]} # <--
  weekly: {covers: [shop], assessed: {date: 2026-05-01, reliable: poor, efficient: good, secure: good}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], assessed: {date: 2026-05-01, reliable: good, efficient: fair, secure: good}}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'was not assessed: is it reliable, efficient and secure?',
      many: 'were not assessed: are they reliable, efficient and secure?',
      hint: 'add assessed: {date: DATE, reliable: good, efficient: good, secure: good}',
    };
    yield* missing(backupCoverage.backups, lack, ({ data: { assessed } }) =>
      aspects.some((aspect) => assessed?.[aspect] === undefined || assessed[aspect] === 'unknown'),
    );
    for (const backup of backupCoverage.backups) {
      const { assessed } = backup.data;
      const bad = aspects.filter((aspect) => assessed?.[aspect] === 'poor' || assessed?.[aspect] === false);
      if (bad.length === 0) continue;
      yield {
        message: `${backup.id} was assessed as not ${bad.join(' and not ')} enough`,
        hint: 'mend or replace the solution, then assess it again',
        location: fieldOf(backup, 'assessed', bad[0] ?? 'date'),
        element: backup.id,
      };
    }
  },
};
