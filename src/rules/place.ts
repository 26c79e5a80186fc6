import type { Location } from '../diagnostics/location.ts';
import type { Element } from '../model/model.ts';

/** Where an element begins: its key. */
export const keyOf = (element: Element): Location => ({ ...element.at, onKey: true });

/** A field of an element, or the nearest thing around it that is written. */
export const fieldOf = (element: Element, ...path: readonly (string | number)[]): Location => ({
  ...element.at,
  path: [...element.at.path, ...path],
});

/** "a, b, c and 4 more". */
export const listed = (ids: readonly string[], most = 6): string =>
  ids.length > most ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more` : ids.join(', ');
