import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupNotAutomated: Rule = {
  id: 'backup-not-automated',
  alsoKnownAs: ['backup-manual'],
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every backup runs by itself.',
  why: 'What somebody must start by hand is not started in the week of his holiday.',
  source: 'ISO 27002 backup workflow, task 5: regularly backed up without manual intervention',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  by-hand: {covers: [shop], solution: manual} # <--
  unsaid: {covers: [shop]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], automated: true}
`,
  *check({ backupCoverage }) {
    const isManual = (b: Element<'backup'>): boolean => b.data.solution === 'manual' || b.data.automated === false;
    const { backups } = backupCoverage;
    const manual = {
      one: 'is made by hand',
      many: 'are made by hand',
      hint: 'let a scheduler start it, then say automated: true; else waive this with the reason',
    };
    yield* missing(backups, manual, isManual);
    const unsaid = {
      one: 'does not say whether it runs by itself',
      many: 'do not say whether they run by themselves',
      hint: 'add automated: true or automated: false',
    };
    yield* missing(backups, unsaid, (b) => !isManual(b) && b.data.automated === undefined);
  },
};
