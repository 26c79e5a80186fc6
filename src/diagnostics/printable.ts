const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;
// East Asian Width W and F (UAX #11), in coarse blocks: only the width of an underline depends on it.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const zeroWidth = /^(?:\p{Mark}|\p{Cf})+$/u;
const plain = /^[\x20-\x7e]*$/;
/** One column a character, without asking for grapheme clusters: Latin letters, dashes, quotes, arrows. */
const narrow = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193]*$/;

/** How a character that must not reach a terminal is written instead: `\x1b`, `\u202e`. */
export function escapeCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Text of a plan made safe for a terminal: controls (C0, C1), line separators, bidirectional overrides, lone
 * surrogates and byte order marks appear as `\x1b` or `\u202e`. Tabs and line feeds too: a value stays on one line.
 */
export const printable = (text: string): string =>
  plain.test(text) ? text : text.replace(unprintable, escapeCharacter);

/** The columns a printable text takes in a terminal (UAX #11: CJK and emoji two, combining marks none). */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (!zeroWidth.test(segment)) width += wide.test(segment) ? 2 : 1;
  }
  return width;
}

/** A value as it is quoted in a message: printable, at most `limit` characters, the middle of long ones left out. */
export function quoted(text: string, limit = 40): string {
  const characters = [...text];
  const short =
    characters.length <= limit ? text : `${characters.slice(0, limit - 11).join('')}…${characters.slice(-10).join('')}`;
  return `"${printable(short)}"`;
}
