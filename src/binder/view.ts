/** The words in which a section says what its partial sees. Every field is there, so that a template can be strict. */
import * as z from 'zod';

/** A text, ready to be printed; empty where there is nothing to say. */
export const text = (what: string) => z.string().meta({ description: what });
/** True or false: whether something is shown. */
export const flag = (what: string) => z.boolean().meta({ description: what });
/** Several of the same. */
export const list = <T extends z.ZodType>(of: T, what: string) => z.array(of).readonly().meta({ description: what });
/** Fields with names. */
export const group = <T extends z.ZodRawShape>(fields: T, what: string) =>
  z.strictObject(fields).readonly().meta({ description: what });
/** A drawing made by drplan, complete in itself: the only text that is printed as it stands. */
export const drawing = (what: string) => z.string().meta({ description: what, drawing: true });

/** A place in the binder; a template makes `<a class="page-ref" href="#{{to}}"></a>` of it. Empty: it is not in here. */
export const to = (what: string) => text(`Anchor of ${what}; empty where this binder does not contain it.`);
/** The anchor that references lead to: the `id` of what is shown. */
export const anchor = (what: string) => text(`Anchor of ${what}, its id in the document.`);

export type Shape = z.ZodRawShape;
/** What a section with these fields gives. */
export type ViewOf<S extends Shape> = z.output<z.ZodObject<S>>;
