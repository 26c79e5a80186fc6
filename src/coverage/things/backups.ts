import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { at, ours, type Things, thing } from './thing.ts';

export const backups: Things = {
  words: 'backups',
  of: ({ backupCoverage }) => backupCoverage.backups.map((b) => thing(b)),
};
export const backupsWith = (words: string, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: ({ backupCoverage }) => backupCoverage.backups.filter((b) => holds(b.data)).map((b) => thing(b)),
});
export const backupTargets = ours('backup media', 'backupTarget');
export const runs: Things = {
  words: 'recorded runs of backups',
  of: ({ backupCoverage, backupHistories }) =>
    backupCoverage.backups.flatMap((b) => {
      const all = backupHistories.get(b.id)?.runs ?? [];
      return all.length > 0 ? [thing(b, `${all.length} recorded runs, the last of ${all.at(-1)?.started}`)] : [];
    }),
};
type RestoreTest = NonNullable<Element<'backup'>['data']['restoreTests']>[number];
/** Restores that were tried by the day of the check. */
export const tests = (
  words: string,
  holds: (test: RestoreTest, backup: Element<'backup'>, facts: Facts) => boolean,
): Things => ({
  words,
  of: (facts) =>
    facts.backupCoverage.backups.flatMap((b) =>
      (b.data.restoreTests ?? []).flatMap((t, i) => {
        if (t.date > facts.today || !holds(t, b, facts)) return [];
        const approved = t.approvedBy === undefined ? undefined : `approved by ${t.approvedBy}`;
        const parts = [`restore test of ${t.date}`, t.scope, t.what, approved];
        return [{ id: b.id, text: parts.filter(Boolean).join(', '), at: at(b, 'restoreTests', i) }];
      }),
    ),
});
export const restoreTests = tests('restore tests', () => true);
export const partialRestoreTests = tests('restore tests of a part', (t) => t.scope === 'partial');
export const completeRestoreTests = tests('restore tests of everything', (t) => t.scope === 'complete');
export const approvedRestoreTests = tests('approved restore tests', (t) => t.approvedBy !== undefined);
export const encryptedBackups = backupsWith(
  'encrypted backups',
  ({ encryption }) => encryption?.method !== undefined && encryption.method !== 'none',
);
