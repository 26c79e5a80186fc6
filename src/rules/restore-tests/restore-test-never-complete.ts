import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const restoreTestNeverComplete: Rule = {
  id: 'restore-test-never-complete',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every backup whose restore is tried was once restored as a whole.',
  why: 'Single files came back every time; the whole system never did, since its boot area is in none.',
  source: 'M 6.41: the complete reconstruction is exercised, too',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], restoreTests: [{date: 2026-09-02, scope: partial, usable: true}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], restoreTests: [{date: 2026-09-02, scope: partial}, {date: 2026-09-03, scope: complete}]}
`,
  *check({ backupCoverage }) {
    const lack = {
      one: 'was restored on trial, but never as a whole',
      many: 'were restored on trial, but never as a whole',
      hint: 'restore the whole of it once, then record it with scope: complete',
    };
    yield* missing(
      backupCoverage.backups,
      lack,
      (b) =>
        b.data.restoreTests !== undefined &&
        b.data.restoreTests.length > 0 &&
        !b.data.restoreTests.some((t) => t.scope === 'complete'),
    );
  },
};
