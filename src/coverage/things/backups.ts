import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { each, germanDay, type Said, said } from '../said.ts';
import { at, ours, type Things, thing } from './thing.ts';

export const backups: Things = {
  words: said('backups', 'Datensicherungen'),
  of: ({ backupCoverage }) => backupCoverage.backups.map((b) => thing(b)),
};
export const backupsWith = (words: Said, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: ({ backupCoverage }) => backupCoverage.backups.filter((b) => holds(b.data)).map((b) => thing(b)),
});
export const backupTargets = ours(said('backup media', 'Sicherungsmedien'), 'backupTarget');
export const runs: Things = {
  words: said('recorded runs of backups', 'festgehaltene Läufe von Sicherungen'),
  of: ({ backupCoverage, backupHistories }) =>
    backupCoverage.backups.flatMap((b) => {
      const all = backupHistories.get(b.id)?.runs ?? [];
      return all.length > 0
        ? [
            thing(
              b,
              said(
                `${all.length} recorded runs, the last of ${all.at(-1)?.started}`,
                `${all.length} festgehaltene Läufe, der letzte vom ${all.at(-1)?.started}`,
              ),
            ),
          ]
        : [];
    }),
};
type RestoreTest = NonNullable<Element<'backup'>['data']['restoreTests']>[number];
const german: Readonly<Record<string, string>> = {
  partial: 'teilweise',
  complete: 'ganz',
  file: 'Dateien',
  database: 'Datenbank',
  image: 'Abbild',
  application: 'Anwendung',
  settings: 'Einstellungen',
  configuration: 'Konfiguration',
};

/** "restore test of 2026-09-05, complete, image, approved by erik". */
function testIn({ date, scope, what, approvedBy }: RestoreTest, language: keyof Said): string {
  const isGerman = language === 'de';
  const of = [scope, what].map((word) => (isGerman && word !== undefined ? german[word] : word));
  const approved = isGerman ? `freigegeben von ${approvedBy}` : `approved by ${approvedBy}`;
  const test = isGerman ? `Wiederherstellungstest vom ${germanDay(date)}` : `restore test of ${date}`;
  return [test, ...of, approvedBy === undefined ? undefined : approved].filter(Boolean).join(', ');
}

/** Restores that were tried by the day of the check. */
export const tests = (
  words: Said,
  holds: (test: RestoreTest, backup: Element<'backup'>, facts: Facts) => boolean,
): Things => ({
  words,
  of: (facts) =>
    facts.backupCoverage.backups.flatMap((b) =>
      (b.data.restoreTests ?? []).flatMap((t, i) => {
        if (t.date > facts.today || !holds(t, b, facts)) return [];
        return [{ id: b.id, text: each((language) => testIn(t, language)), at: at(b, 'restoreTests', i) }];
      }),
    ),
});
export const restoreTests = tests(said('restore tests', 'Wiederherstellungstests'), () => true);
export const goodRestoreTests = tests(
  said(
    'restore tests with complete and usable data',
    'Wiederherstellungstests mit vollständigen und benutzbaren Daten',
  ),
  (t) => t.usable === true && t.complete === true,
);
export const sortedRestoreTests = tests(
  said('restore tests that say what was restored', 'Wiederherstellungstests, die sagen, was wiederhergestellt wurde'),
  (t) => t.what !== undefined,
);
export const partialRestoreTests = tests(
  said('restore tests of a part', 'Wiederherstellungstests eines Teils'),
  (t) => t.scope === 'partial',
);
export const completeRestoreTests = tests(
  said('restore tests of everything', 'Wiederherstellungstests des Ganzen'),
  (t) => t.scope === 'complete',
);
export const approvedRestoreTests = tests(
  said('approved restore tests', 'freigegebene Wiederherstellungstests'),
  (t) => t.approvedBy !== undefined,
);
export const encryptedBackups = backupsWith(
  said('encrypted backups', 'verschlüsselte Sicherungen'),
  ({ encryption }) => encryption?.method !== undefined && encryption.method !== 'none',
);
