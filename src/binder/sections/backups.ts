import type { SectionBuilder } from '../binder.ts';
import { anchorOf, commas, nameOf, periodText } from '../words.ts';

/** What is saved where, who can read it back, and when that was last tried. */
export const backups: SectionBuilder = {
  name: 'backups',
  build: ({ facts }) => {
    const all = facts.model.of('backup');
    if (all.length === 0) return undefined;
    return {
      title: 'Backup and restore',
      content: {
        backups: all.map((b) => {
          const test = [...(b.data.restoreTests ?? [])].sort((x, y) => (x.date < y.date ? 1 : -1))[0];
          return {
            anchor: anchorOf(b.id),
            id: b.id,
            name: b.name,
            covers: commas(b.data.covers),
            server: nameOf(facts, b.data.server),
            target: nameOf(facts, b.data.target),
            how: commas([
              b.data.method,
              periodText(b.data.every),
              b.data.generations === undefined ? '' : `${b.data.generations} generations`,
            ]),
            key: commas((b.data.encryption?.keyHeldBy ?? []).map((id) => nameOf(facts, id))),
            test: test
              ? commas([test.date, test.scope, test.usable === false ? 'not usable' : 'usable'])
              : 'none recorded',
          };
        }),
      },
    };
  },
};
