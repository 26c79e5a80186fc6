import type * as z from 'zod';
import type { Kind } from './kinds.ts';

/** One collection of the plan language: everything the program needs to know of it, said once. */
export interface Collection<S extends z.ZodType = z.ZodType> {
  /** The key in a plan file: `virtualMachines`. */
  readonly name: string;
  /** `map`: id → element; `one`: a single object, in one file only; `list`: entries without ids. */
  readonly shape: 'map' | 'one' | 'list';
  /** The kind of its elements; absent for `one` and `list`. */
  readonly kind?: Kind;
  /** Singular, for people: "virtual machine". */
  readonly title: string;
  /** Plural, where it is not the singular with an s. */
  readonly plural?: string;
  /** One sentence for the field reference and the editor. */
  readonly description: string;
  /** One element (`map`), the object (`one`) or one entry (`list`). A strict object; every field has a description. */
  readonly schema: S;
}

/** Keeps the schema's type while checking the rest. */
export const collection = <S extends z.ZodType>(c: Collection<S>): Collection<S> => c;
