import type * as z from 'zod';
import type { Collection } from './collection.ts';
import { below, defOf, metaOf, unwrap } from './walk.ts';

/** Everything known of one field of the plan language. */
export interface FieldPage {
  /** `virtualMachines.recovery.rto`; `*` stands for any index or key. */
  readonly path: string;
  readonly description: string;
  /** In words: "a duration", "the id of a role or person", "one of a, b". */
  readonly type: string;
  readonly examples: readonly string[];
  /** Fields below it. */
  readonly fields: readonly string[];
  /** Collections that have the same field. */
  readonly collections: readonly string[];
  /** Other fields that the same name may have meant: `backups.recovery` beside `servers.recovery`. */
  readonly others: readonly string[];
}

function typeInWords(schema: z.ZodType): string {
  const inner = unwrap(schema);
  const def = defOf(inner);
  const kinds = metaOf<readonly string[]>(schema, 'references');
  if (kinds) return `the id of ${kinds.length > 6 ? 'an element' : `a ${kinds.join(' or ')}`}`;
  const unit = metaOf<string>(schema, 'unit');
  if (unit) return unit === 'number' ? 'a whole number' : `${/^[aeiou]/.test(unit) ? 'an' : 'a'} ${unit}`;
  switch (def.type) {
    case 'enum': {
      const values = Object.values(def.entries ?? {});
      return values.includes('true') ? 'true or false' : `one of ${values.join(', ')}`;
    }
    case 'literal':
      return `"${def.values?.join('", "')}"`;
    case 'array':
      return `a list, each ${typeInWords(def.element as z.ZodType)}`;
    case 'record':
      return `a map, each ${typeInWords(def.valueType as z.ZodType)}`;
    case 'union':
      return [...new Set((def.options ?? []).map(typeInWords))].join(', or ');
    case 'object':
      return 'a map with fields';
    default:
      return 'a text';
  }
}

interface Found {
  readonly path: string;
  readonly schema: z.ZodType;
  readonly description: string;
}

function* fieldsBelow(schema: z.ZodType, path: string): Generator<Found> {
  for (const next of below(schema)) {
    const at = next.step === undefined || next.step === '*' ? path : path === '' ? next.step : `${path}.${next.step}`;
    if (next.step !== undefined && next.step !== '*') {
      yield { path: at, schema: next.schema, description: metaOf<string>(next.schema, 'description') ?? '' };
    }
    yield* fieldsBelow(next.schema, at);
  }
}

/** Every field of the language: its path without indexes, its schema, its description. */
export function allFields(collections: readonly Collection[]): readonly (Found & { readonly collection: string })[] {
  const found = new Map<string, Found & { collection: string }>();
  for (const collection of collections) {
    for (const one of fieldsBelow(collection.schema, '')) {
      const path = `${collection.name}.${one.path}`;
      if (!found.has(path)) found.set(path, { ...one, path, collection: collection.name });
    }
  }
  return [...found.values()];
}

/** Of fields with the same name, the one that most collections have: what a reader most likely met. */
function mostShared<T extends { readonly path: string }>(
  fields: readonly T[],
  own: (path: string) => string,
): T | undefined {
  const counts = new Map<string, number>();
  for (const f of fields) counts.set(own(f.path), (counts.get(own(f.path)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return fields.find((f) => counts.get(own(f.path)) === most);
}

/** Fields of the name that mean something else than the one found; a field that many collections share stands once. */
function othersNamed(all: readonly Found[], name: string, found: Found): readonly string[] {
  if (found.path === name) return [];
  const seen = new Set([found.description]);
  return all
    .filter((f) => f.path.endsWith(`.${name}`) && !seen.has(f.description) && seen.add(f.description))
    .map((f) => f.path);
}

/**
 * The page of a field, named in full (`virtualMachines.recovery.rto`), without its collection (`recovery.rto`) or by its
 * own name (`rto`): then the one that most collections have.
 */
export function describeField(collections: readonly Collection[], name: string): FieldPage | undefined {
  const all = allFields(collections);
  const withoutCollection = (path: string): string => path.slice(path.indexOf('.') + 1);
  const found =
    all.find((f) => f.path === name) ??
    all.find((f) => withoutCollection(f.path) === name) ??
    mostShared(
      all.filter((f) => f.path.endsWith(`.${name}`)),
      withoutCollection,
    );
  if (!found) return undefined;
  const own = withoutCollection(found.path);
  const depth = found.path.split('.').length;
  return {
    path: found.path,
    description: found.description,
    type: typeInWords(found.schema),
    examples: metaOf<readonly string[]>(found.schema, 'examples') ?? [],
    fields: all
      .filter((f) => f.path.startsWith(`${found.path}.`) && f.path.split('.').length === depth + 1)
      .map((f) => f.path.slice(found.path.length + 1)),
    collections: all.filter((f) => withoutCollection(f.path) === own).map((f) => f.collection),
    others: othersNamed(all, name, found),
  };
}
