import { type Facts, targetOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { tests } from './backups.ts';
import { at, type Things, thing } from './thing.ts';

export const telephony: Things = {
  words: 'telephony devices that keep settings',
  of: ({ voipDevices }) => voipDevices.map((v) => thing(v.device)),
};
const backupsOfTelephony = ({ voipDevices }: Facts): readonly Element<'backup'>[] => [
  ...new Set(voipDevices.flatMap((v) => v.backups)),
];
export const telephonyBackups: Things = {
  words: 'backups of telephony',
  of: (facts) => backupsOfTelephony(facts).map((b) => thing(b)),
};
export const telephonyBackupsWith = (words: string, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: (facts) =>
    backupsOfTelephony(facts)
      .filter((b) => holds(b.data))
      .map((b) => thing(b)),
});
export const telephonyMedia: Things = {
  words: 'media for backups of telephony',
  of: (facts) => {
    const targets = backupsOfTelephony(facts).map((b) => targetOf(facts.model, b));
    return [...new Set(targets)].flatMap((t) => (t ? [thing(t, t.data.medium)] : []));
  },
};
type Change = NonNullable<Element<'backup'>['data']['changes']>[number];
const changes = (words: string, holds: (change: Change) => boolean): Things => ({
  words,
  of: (facts) =>
    backupsOfTelephony(facts).flatMap((b) =>
      (b.data.changes ?? []).flatMap((c, i) => {
        const text = c.date === undefined ? 'a change' : `change of ${c.date}`;
        return holds(c) ? [{ id: b.id, text, at: at(b, 'changes', i) }] : [];
      }),
    ),
});
export const telephonyChanges = changes('recorded changes of telephony', () => true);
export const telephonyReleases = changes(
  'recorded changes of the release of telephony',
  (c) => c.release !== undefined,
);
export const telephonyRollbacks: Things = {
  words: 'procedures that bring back older settings of telephony',
  of: ({ model, voipDevices }) =>
    [...new Set(voipDevices.flatMap((v) => v.rollbacks))].flatMap((id) => {
      const procedure = model.elements.get(id);
      return procedure ? [thing(procedure)] : [];
    }),
};
export const telephonyReplacements: Things = {
  words: 'spares, contracts or procedures for replacing telephony',
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
export const telephonyRestoreTests = tests('restore tests of telephony', (_, b, facts) =>
  backupsOfTelephony(facts).includes(b),
);
