import { printable } from '../diagnostics/printable.ts';
import { idMaxLength, idPattern } from '../inventory/fields.ts';

const scripts = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Han', 'Hiragana', 'Katakana'] as const;

function describe(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (char === ' ') return 'a space';
  if (/\p{Mark}/u.test(char)) return `a combining mark (${code})`;
  const script = scripts.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(char));
  return `"${printable(char)}" (${code}${script ? `, ${script}` : ''})`;
}

/** Is this text an id as `model.md` has it? */
export const isId = (text: string): boolean => text.length <= idMaxLength && idPattern.test(text);

/** Why a text is no id, naming the character: homoglyphs look right and are not. */
export function badId(text: string): { readonly message: string; readonly hint: string } {
  const hint = 'ids are made of a-z, 0-9, ".", "_" and "-", and start and end with a letter or digit';
  if (text === '') return { message: 'it is empty', hint };
  if (text.length > idMaxLength) return { message: `it is longer than ${idMaxLength} characters`, hint: 'shorten it' };
  const upper = text.toLowerCase();
  if (upper !== text && isId(upper)) return { message: 'it has capital letters', hint: `write "${upper}"` };
  const bad = [...text].find((char) => !/[a-z0-9._-]/.test(char));
  if (bad !== undefined) return { message: `it holds ${describe(bad)}`, hint };
  return { message: 'it starts or ends with a sign', hint };
}
