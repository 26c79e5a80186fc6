import { at, ours, type Things, those } from './thing.ts';

export const documents = ours('documents', 'document');
export const diagrams = those('diagrams', 'document', ({ data: d }) => d.kind === 'diagram');
export const concepts = those('concepts', 'document', ({ data: d }) => d.kind === 'concept');
export const configurations = those(
  'documents on configurations',
  'document',
  ({ data: d }) => d.kind === 'configuration',
);
export const documentsIn = (words: string, form: 'paper' | 'offline-medium'): Things =>
  those(words, 'document', ({ data: d }) => d.forms?.some((f) => f.form === form) === true);
export const binders = ours('printed binders', 'binder');
export const copies: Things = {
  words: 'printed copies with a place or a holder',
  of: ({ model }) =>
    model.of('binder').flatMap((b) =>
      (b.data.copies ?? []).flatMap((c, i) =>
        c.holder === undefined && c.in === undefined
          ? []
          : [
              {
                id: b.id,
                text: `copy ${c.number ?? i + 1}: ${[c.holder, c.in].filter(Boolean).join(', ')}`,
                at: at(b, 'copies', i),
              },
            ],
      ),
    ),
};
