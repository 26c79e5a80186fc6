import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

type What = 'file' | 'database' | 'image' | 'application' | 'settings' | 'configuration';

/** What each way of saving must have brought back at least once. */
const ways: readonly { readonly words: string; readonly by: string; readonly what: readonly What[] }[] = [
  { words: 'single files', by: 'file', what: ['file'] },
  { words: 'a database', by: 'database', what: ['database'] },
  { words: 'an image of a system', by: 'image', what: ['image'] },
  { words: 'a snapshot', by: 'snapshot', what: ['image'] },
  { words: 'the data of an application', by: 'application', what: ['application'] },
  { words: 'settings', by: 'configuration', what: ['configuration', 'settings'] },
];

export const restoreTestScopeGap: Rule = {
  id: 'restore-test-scope-gap',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary:
    'Every way of making backups was tried on the way back: files, databases, images, application data, settings.',
  why: 'Images are restored every month; the dump of the database was never loaded.',
  source:
    'ISO 27002 backup workflow, task 9: individual files, whole databases, system images, application data, user settings',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, base: {}}
backups:
  images: {covers: [shop], method: image, restoreTests: [{date: 2026-09-02, what: image}]}
  dump:
    covers: [base]
    method: database # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, base: {}}
backups:
  images: {covers: [shop], method: image, restoreTests: [{date: 2026-09-02, what: image}]}
  dump:
    covers: [base]
    method: database
    restoreTests: [{date: 2026-09-02, what: database}]
`,
  *check({ model, backupCoverage }) {
    const { backups } = backupCoverage;
    const tried = new Set(backups.flatMap((b) => (b.data.restoreTests ?? []).map((t) => t.what)));
    // Without a single test, restore-test-missing speaks of what matters.
    if (tried.size === 0) return;
    const isApplication = (id: string): boolean => model.elements.get(id)?.kind === 'application';
    for (const { words, by, what } of ways) {
      const some = backups.filter((b) =>
        by === 'application' ? b.data.covers.some(isApplication) : b.data.method !== undefined && by === b.data.method,
      );
      const [first] = some;
      if (!first || what.some((w) => tried.has(w))) continue;
      yield {
        message: `no restore test has ever brought back ${words}, which ${listed(some.map((b) => b.id))} ${some.length === 1 ? 'saves' : 'save'}`,
        hint: `try it, then record it with what: ${what[0]}`,
        location: fieldOf(first, by === 'application' ? 'covers' : 'method'),
        elements: some.map((b) => b.id),
      };
    }
  },
};
