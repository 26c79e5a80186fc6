/** C1 controls, direction marks and line separators: JSON lets them stand, a terminal obeys them. */
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A document as JSON text: two spaces, a line end, and what could move a cursor as `\u202e`; the value is the same. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(obeyed, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
