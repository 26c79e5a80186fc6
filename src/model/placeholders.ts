import type { Element } from './model.ts';

/**
 * `{vmId}` and the like in the text of a procedure, filled in from the element it is done to; what the element does not
 * say stays in braces. Without an element all braces stay: the procedure serves several.
 */
export function fillIn(text: string, element: Element | undefined): string {
  if (!element) return text;
  const fields: Readonly<Record<string, unknown>> = { ...element.data, id: element.id, name: element.name };
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, key: string) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
