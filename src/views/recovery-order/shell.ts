/** Lines for a POSIX shell in which a text of the plan stays one argument, or a comment. */
import { printable } from '../../diagnostics/printable.ts';

/** One argument, whatever is in it. */
export const argument = (text: string): string =>
  /^[A-Za-z0-9_./:@-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;

/** A comment on one line. */
export const comment = (text: string): string => `# ${printable(text.replace(/\s+/g, ' ')).trim()}`;
