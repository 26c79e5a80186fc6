import type { Facts } from '../../analysis/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Kind } from '../../inventory/index.ts';
import type { Element } from '../../model/model.ts';
import type { Said } from '../said.ts';

/** Something in a plan that can be pointed to. */
export interface Thing {
  readonly id?: string;
  /** What it is or says, where the id alone does not tell. */
  readonly text?: Said;
  readonly at: Location;
}

/** A group of things, with the word for many of them: "the plan has no virtualisation servers". */
export interface Things {
  readonly words: Said;
  readonly of: (facts: Facts) => readonly Thing[];
}

export const thing = (element: Element, text?: Said): Thing => ({
  id: element.id,
  ...(text === undefined ? {} : { text }),
  at: { ...element.at, onKey: true },
});

export const at = (element: Element, ...path: readonly (string | number)[]): Location => ({
  ...element.at,
  path: [...element.at.path, ...path],
});

/** All elements of some kinds that are ours. */
export const ours = (words: Said, ...kinds: readonly Kind[]): Things => ({
  words,
  of: ({ model }) =>
    kinds.flatMap((kind) =>
      model
        .of(kind)
        .filter((e) => (e.data as { external?: boolean }).external !== true)
        .map((e) => thing(e)),
    ),
});

/** Elements of a kind of which something holds. */
export const those = <K extends Kind>(
  words: Said,
  kind: K,
  holds: (element: Element<K>, facts: Facts) => boolean,
): Things => ({
  words,
  of: (facts) =>
    facts.model
      .of(kind)
      .filter((e) => holds(e, facts))
      .map((e) => thing(e)),
});

export const serviceOf = (words: Said, ...roles: readonly string[]): Things =>
  those(words, 'service', ({ data: { role } }) => role !== undefined && roles.includes(role));

export const proceduresFor = (words: Said, ...actions: readonly string[]): Things =>
  those(words, 'procedure', ({ data: { action } }) => action !== undefined && actions.includes(action));

export const serving = (words: Said, action: string, ids: (facts: Facts) => readonly string[]): Things => ({
  words,
  of: (facts) => {
    const found = new Set(ids(facts).flatMap((id) => facts.procedureUses.serving(id, action)));
    return facts.model
      .of('procedure')
      .filter((p) => found.has(p.id))
      .map((p) => thing(p));
  },
});

export const elementsOf = (words: Said, ids: (facts: Facts) => readonly string[]): Things => ({
  words,
  of: (facts) =>
    [...new Set(ids(facts))].flatMap((id) => {
      const element = facts.model.elements.get(id);
      return element ? [thing(element)] : [];
    }),
});

/** Elements of any kind that state a field. */
export const stating = (words: Said, ...path: readonly string[]): Things => ({
  words,
  of: ({ model }) =>
    [...model.elements.values()]
      .filter(
        (e) =>
          path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], e.data) !==
          undefined,
      )
      .map((e) => thing(e)),
});
