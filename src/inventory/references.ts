import type * as z from 'zod';
import type { Collection } from './collection.ts';
import type { Kind } from './kinds.ts';
import { below, defOf } from './walk.ts';

/** A place in an element's data where an id stands. */
export interface ReferenceRoute {
  /** Keys from the element; `*` is any index or key. */
  readonly path: readonly string[];
  /** The kinds the id may lead to. */
  readonly kinds: readonly Kind[];
  /** True: the ids are the keys of the last map. */
  readonly key?: boolean;
}

function collectRoutes(schema: z.ZodType, path: readonly string[], found: Map<string, ReferenceRoute>): void {
  const meta = schema.meta() as { references?: readonly Kind[] } | undefined;
  const keyType = defOf(schema).keyType;
  const keyKinds = (keyType?.meta() as { references?: readonly Kind[] } | undefined)?.references;
  if (keyKinds) found.set(`${path.join('.')} key`, { path: [...path, '*'], kinds: keyKinds, key: true });
  if (meta?.references && defOf(schema).type === 'string') {
    const known = found.get(path.join('.'));
    const kinds = [...new Set([...(known?.kinds ?? []), ...meta.references])];
    found.set(path.join('.'), { path, kinds });
    return;
  }
  for (const next of below(schema)) {
    collectRoutes(next.schema, next.step === undefined ? path : [...path, next.step], found);
  }
}

const routesOf = new WeakMap<Collection, readonly ReferenceRoute[]>();

/** Every place in a collection's elements where an id stands, compiled from the schema once. */
export function referencesOf(collection: Collection): readonly ReferenceRoute[] {
  const known = routesOf.get(collection);
  if (known) return known;
  const found = new Map<string, ReferenceRoute>();
  collectRoutes(collection.schema, [], found);
  const routes = [...found.values()];
  routesOf.set(collection, routes);
  return routes;
}
