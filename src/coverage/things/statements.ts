import type { Element } from '../../model/model.ts';
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
function statement(words: string, value: unknown): string {
  const all = saidIn(value);
  const said = all.slice(0, mostSaid).join(', ') + (all.length > mostSaid ? ', …' : '');
  if (said === '') return words;
  return `${words}: ${said.length > longestSaid ? `${said.slice(0, longestSaid).trimEnd()}…` : said}`;
}

/** A statement of the plan itself, by its path. */
export const planSays = (words: string, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { plan, planAt } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], plan);
    if (!planAt || value === undefined) return [];
    return [{ text: statement(words, value), at: { ...planAt, path: [...planAt.path, ...path] } }];
  },
});

export const thePlan: Things = {
  words: 'statements about itself',
  of: ({ model: { plan, planAt } }) => (plan && planAt ? [{ text: plan.name, at: planAt }] : []),
};

/** A statement of the incident response, by its path. */
export const incidentSays = (words: string, ...path: readonly string[]): Things => ({
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
  words: 'elements',
  of: ({ model }) => [...model.elements.values()].map((e) => thing(e)),
};
/** The files that elements were read from. */
export const readFiles: Things = {
  words: 'files with elements',
  of: ({ model }) => {
    const files = new Map<string, Element[]>();
    for (const e of model.elements.values()) files.set(e.at.file, [...(files.get(e.at.file) ?? []), e]);
    return [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, all]) => ({
        text: all.length === 1 ? '1 element' : `${all.length} elements`,
        at: { file, document: 0, path: [] },
      }));
  },
};
export const waivers: Things = {
  words: 'waivers',
  of: ({ model }) => model.waivers.map((w) => ({ text: `waiver of ${w.data.rule}`, at: w.at })),
};
