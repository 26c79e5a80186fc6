import { printable } from '../diagnostics/printable.ts';

/**
 * A cell of a table as RFC 4180 writes it, on one line and with nothing in it that could move a cursor. What a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvCell(text: string): string {
  const line = printable(text.replace(/\s+/g, ' '));
  const tame = /^ ?[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
