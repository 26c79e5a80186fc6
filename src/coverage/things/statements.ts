import type { Element } from '../../model/model.ts';
import { each, type Said, said, same } from '../said.ts';
import { type Things, thing } from './thing.ts';

/** The first few texts and days in a statement: what it says, where its name alone proves little. */
function saidIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(saidIn);
}

const mostSaid = 3;

const longestSaid = 80;

/** "who initiates and who implements: it-manager, admin". */
function statement(words: Said, value: unknown): Said {
  const all = saidIn(value);
  const first = all.slice(0, mostSaid).join(', ') + (all.length > mostSaid ? ', …' : '');
  if (first === '') return words;
  const short = first.length > longestSaid ? `${first.slice(0, longestSaid).trimEnd()}…` : first;
  return each((language) => `${words[language]}: ${short}`);
}

/** A statement of the plan itself, by its path. */
export const planSays = (words: Said, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { plan, planAt } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], plan);
    if (!planAt || value === undefined) return [];
    return [{ text: statement(words, value), at: { ...planAt, path: [...planAt.path, ...path] } }];
  },
});

export const thePlan: Things = {
  words: said('statements about itself', 'Angaben über sich selbst'),
  of: ({ model: { plan, planAt } }) => (plan && planAt ? [{ text: same(plan.name), at: planAt }] : []),
};

/** A statement of the incident response, by its path. */
export const incidentSays = (words: Said, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { incidentResponse, incidentResponseAt: place } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], incidentResponse);
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!place || empty) return [];
    return [{ text: statement(words, value), at: { ...place, path: [...place.path, ...path] } }];
  },
});

/** Everything the plan speaks of. */
export const elements: Things = {
  words: said('elements', 'Elemente'),
  of: ({ model }) => [...model.elements.values()].map((e) => thing(e)),
};
/** The files that elements were read from. */
export const readFiles: Things = {
  words: said('files with elements', 'Dateien mit Elementen'),
  of: ({ model }) => {
    const files = new Map<string, Element[]>();
    for (const e of model.elements.values()) files.set(e.at.file, [...(files.get(e.at.file) ?? []), e]);
    return [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, all]) => ({
        text:
          all.length === 1 ? said('1 element', '1 Element') : said(`${all.length} elements`, `${all.length} Elemente`),
        at: { file, document: 0, path: [] },
      }));
  },
};
export const waivers: Things = {
  words: said('waivers', 'Ausnahmen'),
  of: ({ model }) =>
    model.waivers.map((w) => ({
      text: said(`waiver of ${w.data.rule}`, `Ausnahme von ${w.data.rule}`),
      at: w.at,
    })),
};
