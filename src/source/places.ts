import type { Path } from '../diagnostics/location.ts';

/** Where the parts of one map or list are written: offsets into the text, four for each entry. */
export interface Places {
  /** The keys in the order written; empty for a list. */
  readonly keys: string[];
  /** Key start, key end, value start, value end for each entry; in a list the key is the value. */
  readonly at: number[];
  /** Key → index, made when a map is large and somebody asks. */
  index?: Map<string, number>;
}

/** The offsets of all maps and lists of a plan; an alias shares the ones of its anchor. */
export type PlaceBook = WeakMap<object, Places>;

/** `[start, end)` in the text. */
export type Span = readonly [start: number, end: number];

/** The index of a key among the entries of a map, or -1. */
export function indexOfKey(places: Places, key: string): number {
  if (places.keys.length <= 16) return places.keys.indexOf(key);
  places.index ??= new Map();
  for (let i = places.index.size; i < places.keys.length; i++) places.index.set(places.keys[i] as string, i);
  return places.index.get(key) ?? -1;
}

/** The span of the key (`part` 0) or value (`part` 2) of an entry. */
export const entrySpan = (places: Places, index: number, part: 0 | 2): Span => [
  places.at[index * 4 + part] as number,
  places.at[index * 4 + part + 1] as number,
];

/** What stands under a key or index of a map or list, own properties only. */
export function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/**
 * The span of the value at `path`, of its key with `onKey`, or of the nearest ancestor that is written: a missing
 * field is shown at the key of what it is missing from. A value without text (`name:`) is shown at its key.
 */
export function spanOf(book: PlaceBook, root: unknown, rootSpan: Span, path: Path, onKey: boolean): Span {
  let value: unknown = root;
  let span: Span = rootSpan;
  let keySpan: Span | undefined;
  for (const step of path) {
    const places = value !== null && typeof value === 'object' ? book.get(value) : undefined;
    const index =
      places && (Array.isArray(value) ? (typeof step === 'number' ? step : -1) : indexOfKey(places, `${step}`));
    const written = places !== undefined && index !== undefined && index >= 0 && index * 4 < places.at.length;
    // The only entry of a list may be written without brackets.
    if (!written) return step === 0 && typeof value === 'string' && span[0] < span[1] ? span : (keySpan ?? span);
    keySpan = entrySpan(places, index, 0);
    span = entrySpan(places, index, 2);
    value = childOf(value, step);
  }
  return (onKey || span[0] >= span[1]) && keySpan ? keySpan : span;
}
