import type { Collection } from '../inventory/collection.ts';
import type { Document } from './parse.ts';

/** The first key of a plan, which an overlay may repeat. */
const versionKey = 'drplan';

type Map_ = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Map_ => value !== null && typeof value === 'object' && !Array.isArray(value);

/** `null`, `~` or nothing: scalars arrive as they are written. */
const isNothing = (value: unknown): boolean => value === null || value === 'null' || value === '~';

/** Maps are merged key by key, null deletes, everything else replaces (JSON Merge Patch, RFC 7396). */
function merged(base: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const result: Record<string, unknown> = Object.create(null);
  if (isMap(base)) for (const key of Object.keys(base)) result[key] = base[key];
  for (const key of Object.keys(patch)) {
    if (isNothing(patch[key])) delete result[key];
    else result[key] = merged(result[key], patch[key]);
  }
  return result;
}

/** Takes what an overlay speaks of out of the documents below it; answers what was there, the first one written. */
function takeOut(documents: Document[], collection: string, id: string | undefined): unknown {
  let found: unknown;
  for (const [i, document] of documents.entries()) {
    const data = document.data as Map_;
    const whole = isMap(data) ? data[collection] : undefined;
    const value = id === undefined ? whole : isMap(whole) ? whole[id] : undefined;
    const isThere = id === undefined ? whole !== undefined : isMap(whole) && Object.hasOwn(whole, id);
    if (!isThere) continue;
    found ??= value;
    const rest = { ...data };
    if (id === undefined) delete rest[collection];
    else {
      const left = { ...(whole as Map_) };
      delete left[id];
      rest[collection] = left;
    }
    documents[i] = { ...document, data: rest };
  }
  return found;
}

/**
 * A plan with "what if" files laid over it, the later ones over the earlier: an element that is written there is changed
 * field by field, or added; `null` takes a field or an element away; a list replaces a list. Entries without ids
 * (waivers) are added. Nothing that was given is changed. What is laid over is placed in the overlay's file.
 */
export function overlay(
  base: readonly Document[],
  over: readonly Document[],
  collections: readonly Collection[],
): readonly Document[] {
  const shapes = new Map(collections.map((c) => [c.name, c.shape]));
  const documents = [...base];
  for (const patch of over) {
    if (!isMap(patch.data)) {
      documents.push(patch);
      continue;
    }
    const data: Record<string, unknown> = { ...patch.data };
    // A version there is no version of the plan.
    delete data[versionKey];
    for (const name of Object.keys(data)) {
      const value = data[name];
      const shape = shapes.get(name);
      if (shape === 'one') data[name] = merged(takeOut(documents, name, undefined), value);
      if (shape !== 'map' || !isMap(value)) continue;
      const elements: Record<string, unknown> = {};
      for (const id of Object.keys(value)) {
        const before = takeOut(documents, name, id);
        if (!isNothing(value[id])) elements[id] = merged(before, value[id]);
      }
      data[name] = elements;
    }
    documents.push({ ...patch, data });
  }
  return documents;
}

/** The ids that "what if" files take away: who still names them does so on purpose of the question. */
export function removedBy(over: readonly Document[]): ReadonlySet<string> {
  const removed = new Set<string>();
  for (const { data } of over) {
    for (const elements of isMap(data) ? Object.values(data) : []) {
      for (const [id, element] of isMap(elements) ? Object.entries(elements) : [])
        if (isNothing(element)) removed.add(id);
    }
  }
  return removed;
}
