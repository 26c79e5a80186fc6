import { each, type Said, said } from '../said.ts';
import { at, ours, type Things, those } from './thing.ts';

export const documents = ours(said('documents', 'Dokumente'), 'document');
export const diagrams = those(said('diagrams', 'Diagramme'), 'document', ({ data: d }) => d.kind === 'diagram');
export const concepts = those(said('concepts', 'Konzepte'), 'document', ({ data: d }) => d.kind === 'concept');
export const configurations = those(
  said('documents on configurations', 'Dokumente zu Konfigurationen'),
  'document',
  ({ data: d }) => d.kind === 'configuration',
);
export const documentsIn = (words: Said, form: 'paper' | 'offline-medium'): Things =>
  those(words, 'document', ({ data: d }) => d.forms?.some((f) => f.form === form) === true);
export const binders = ours(said('printed binders', 'gedruckte Ordner'), 'binder');
export const copies: Things = {
  words: said('printed copies with a place or a holder', 'gedruckte Exemplare mit Ort oder Inhaber'),
  of: ({ model }) =>
    model.of('binder').flatMap((b) =>
      (b.data.copies ?? []).flatMap((c, i) =>
        c.holder === undefined && c.in === undefined
          ? []
          : [
              {
                id: b.id,
                text: each(
                  (language) =>
                    `${language === 'de' ? 'Exemplar' : 'copy'} ${c.number ?? i + 1}: ${[c.holder, c.in].filter(Boolean).join(', ')}`,
                ),
                at: at(b, 'copies', i),
              },
            ],
      ),
    ),
};
