import { type Facts, targetOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { germanDay, type Said, said, same } from '../said.ts';
import { tests } from './backups.ts';
import { at, type Things, thing } from './thing.ts';

export const telephony: Things = {
  words: said('telephony devices that keep settings', 'Telefoniegeräte mit eigenen Einstellungen'),
  of: ({ voipDevices }) => voipDevices.map((v) => thing(v.device)),
};
const backupsOfTelephony = ({ voipDevices }: Facts): readonly Element<'backup'>[] => [
  ...new Set(voipDevices.flatMap((v) => v.backups)),
];
export const telephonyBackups: Things = {
  words: said('backups of telephony', 'Sicherungen der Telefonie'),
  of: (facts) => backupsOfTelephony(facts).map((b) => thing(b)),
};
export const telephonyBackupsWith = (words: Said, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: (facts) =>
    backupsOfTelephony(facts)
      .filter((b) => holds(b.data))
      .map((b) => thing(b)),
});
export const telephonyMedia: Things = {
  words: said('media for backups of telephony', 'Medien für Sicherungen der Telefonie'),
  of: (facts) => {
    const targets = backupsOfTelephony(facts).map((b) => targetOf(facts.model, b));
    return [...new Set(targets)].flatMap((t) =>
      t ? [thing(t, t.data.medium === undefined ? undefined : same(t.data.medium))] : [],
    );
  },
};
type Change = NonNullable<Element<'backup'>['data']['changes']>[number];
const changes = (words: Said, holds: (change: Change) => boolean): Things => ({
  words,
  of: (facts) =>
    backupsOfTelephony(facts).flatMap((b) =>
      (b.data.changes ?? []).flatMap((c, i) => {
        const text =
          c.date === undefined
            ? said('a change', 'eine Änderung')
            : said(`change of ${c.date}`, `Änderung vom ${germanDay(c.date)}`);
        return holds(c) ? [{ id: b.id, text, at: at(b, 'changes', i) }] : [];
      }),
    ),
});
export const telephonyChanges = changes(
  said('recorded changes of telephony', 'festgehaltenen Änderungen der Telefonie'),
  () => true,
);
export const telephonyReleases = changes(
  said('recorded changes of the release of telephony', 'festgehaltene Wechsel des Softwarestands der Telefonie'),
  (c) => c.release !== undefined,
);
export const telephonyRollbacks: Things = {
  words: said(
    'procedures that bring back older settings of telephony',
    'Anleitungen, die ältere Einstellungen der Telefonie zurückbringen',
  ),
  of: ({ model, voipDevices }) =>
    [...new Set(voipDevices.flatMap((v) => v.rollbacks))].flatMap((id) => {
      const procedure = model.elements.get(id);
      return procedure ? [thing(procedure)] : [];
    }),
};
export const telephonyReplacements: Things = {
  words: said(
    'spares, contracts or procedures for replacing telephony',
    'Ersatzteile, Verträge oder Anleitungen zum Austausch der Telefonie',
  ),
  of: ({ model, voipDevices, replacements, procedureUses }) => {
    const found = voipDevices.flatMap(({ device: { id } }) => [
      ...replacements(id).map((r) => r.from),
      ...procedureUses.serving(id, 'replace'),
    ]);
    return [...new Set(found)].flatMap((id) => {
      const element = model.elements.get(id);
      return element ? [thing(element)] : [];
    });
  },
};
export const telephonyRestoreTests = tests(
  said('restore tests of telephony', 'Wiederherstellungstests der Telefonie'),
  (_, b, facts) => backupsOfTelephony(facts).includes(b),
);
