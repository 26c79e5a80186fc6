import type * as z from 'zod';
import type { Path } from '../diagnostics/location.ts';

/** The parts of a zod definition that lead to what is inside it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly getter?: () => z.ZodType;
}

const definition = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** The schemas a value may be checked by, wrappers and unions taken apart. */
function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  const found: z.ZodType[] = [];
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    const d = definition(next);
    if (d.innerType) open.push(d.innerType);
    else if (d.options) open.push(...d.options);
    else if (d.getter) open.push(d.getter());
    else if (d.left && d.right) open.push(d.left, d.right);
    else if (d.in && d.out) open.push(definition(d.in).type === 'transform' ? d.out : d.in);
    else found.push(next);
  }
  return found.reverse();
}

function inside(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  const d = definition(schema);
  if (d.type === 'object') return d.shape && Object.hasOwn(d.shape, step) ? d.shape[step] : undefined;
  if (d.type === 'array') return d.element;
  if (d.type === 'tuple') return d.items?.[Number(step)];
  return d.valueType;
}

/** All schemas that may check the value at `path`. */
export function schemasAt(schema: z.ZodType, path: Path): readonly z.ZodType[] {
  let at = alternatives(schema);
  for (const step of path) {
    at = at.flatMap((one) => {
      const next = inside(one, step);
      return next ? alternatives(next) : [];
    });
  }
  return at;
}

/** The names a map may have: the fields of an object, the values of an enum that is a record's key. */
function namesOf(schema: z.ZodType): readonly string[] {
  const d = definition(schema);
  const keys = d.keyType && definition(d.keyType).entries;
  return keys ? Object.values(keys).map(String) : Object.keys(d.shape ?? {});
}

/** The field names that may be written in the map at `path`, in the schema's order. */
export function fieldsAt(schema: z.ZodType, path: Path): readonly string[] {
  return [...new Set(schemasAt(schema, path).flatMap(namesOf))];
}
