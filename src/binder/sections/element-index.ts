import type { SectionBuilder } from '../binder.ts';
import { anchorOf, kindWord, titleOf } from '../words.ts';

/** Every element that has a place in the binder, by id, with its page. */
export const elementIndex: SectionBuilder = {
  name: 'element-index',
  build: ({ facts }) => {
    const { model } = facts;
    const records = (['person', 'role', 'supplier', 'contract', 'spare', 'backup', 'channel'] as const).flatMap(
      (kind) => [...model.of(kind)],
    );
    const shown = [...model.nodes.filter((n) => n.kind !== 'backup'), ...records, ...model.of('procedure')];
    const entries = shown
      .map((e) => ({
        id: e.id,
        name: e.kind === 'procedure' ? titleOf(e) : e.name === e.id ? '' : e.name,
        kind: kindWord(e.kind),
        anchor: anchorOf(e.id),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { title: 'Index', content: { entries } };
  },
};
