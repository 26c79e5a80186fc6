import { type Collection, type Kind, referencesOf } from '../inventory/index.ts';
import type { BadReference, Element } from './model.ts';

/** The values a compiled path of the schema leads to in one element, each with the path it was found at. */
function* valuesAt(
  value: unknown,
  path: readonly (string | number)[],
  route: readonly string[],
  key: boolean,
  step = 0,
): Generator<{ id: string; path: readonly (string | number)[] }> {
  if (value === undefined || value === null) return;
  const next = route[step];
  if (next === undefined) {
    if (typeof value === 'string') yield { id: value, path };
    return;
  }
  if (typeof value !== 'object') return;
  if (next !== '*') {
    yield* valuesAt((value as Record<string, unknown>)[next], [...path, next], route, key, step + 1);
  } else if (key && step === route.length - 1) {
    for (const id of Object.keys(value)) yield { id, path: [...path, id] };
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield* valuesAt(value[i], [...path, i], route, key, step + 1);
  } else {
    for (const [k, v] of Object.entries(value)) yield* valuesAt(v, [...path, k], route, key, step + 1);
  }
}

/** Every reference in one element's data that leads nowhere or to the wrong kind, in the order of the schema. */
export function badReferences(
  from: string,
  collection: Collection,
  data: unknown,
  at: Element['at'],
  kindOf: (id: string) => Kind | undefined,
  isBroken: (id: string) => boolean,
): readonly BadReference[] {
  const bad: BadReference[] = [];
  for (const { path: route, kinds, key } of referencesOf(collection)) {
    const known = data as Record<string, unknown> | undefined;
    if (known?.[route[0] as string] === undefined && route[0] !== '*') continue;
    for (const { id, path } of valuesAt(data, [], route, key === true)) {
      const found = kindOf(id);
      if (found !== undefined && kinds.includes(found)) continue;
      bad.push({
        from,
        to: id,
        at: { ...at, path: [...at.path, ...path], ...(key ? { onKey: true } : {}) },
        expected: kinds,
        ...(found === undefined ? {} : { found }),
        ...(isBroken(id) ? { broken: true } : {}),
      });
    }
  }
  return bad;
}
