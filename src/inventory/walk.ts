/** Looking into zod schemas: the few shapes that the plan language is made of. */
import type * as z from 'zod';

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** The definition behind a schema. */
export const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** What authors write there: through optional fields and transformations. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let at = schema;
  for (;;) {
    const def = defOf(at);
    const inner = def.type === 'pipe' ? def.in : def.innerType;
    if (!inner) return at;
    at = inner;
  }
}

/** What stands directly below a schema, each with the step that leads there: a key, or `*` for any. */
export function* below(
  schema: z.ZodType,
): Generator<{ readonly step: string | undefined; readonly schema: z.ZodType }> {
  const def = defOf(schema);
  const inner = def.type === 'pipe' ? def.in : def.innerType;
  if (inner) yield { step: undefined, schema: inner };
  for (const option of def.options ?? []) yield { step: undefined, schema: option };
  for (const [key, value] of Object.entries(def.shape ?? {})) yield { step: key, schema: value };
  if (def.element) yield { step: '*', schema: def.element };
  if (def.valueType) yield { step: '*', schema: def.valueType };
}

/** The first value of `.meta()[key]` on the way from an optional or transformed field down to what is written. */
export function metaOf<T>(schema: z.ZodType, key: string): T | undefined {
  for (let at: z.ZodType | undefined = schema; at; ) {
    const meta = at.meta() as Readonly<Record<string, unknown>> | undefined;
    if (meta?.[key] !== undefined) return meta[key] as T;
    const def: Def = defOf(at);
    at = def.type === 'pipe' ? def.in : def.innerType;
  }
  return undefined;
}
