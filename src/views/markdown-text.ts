import { printable } from '../diagnostics/printable.ts';

/** Text of a plan as Markdown shows it: nothing in it is markup, mentions nobody and refers to no ticket. */
export const plain = (text: string): string =>
  printable(text.trim().replace(/\s+/g, ' '))
    .replace(/[\\`*_<>[\]|~#@&$]/g, '\\$&')
    // A web address would become a link, a leading sign a list.
    .replace(/^(\d*)([-+.)])/, '$1\\$2')
    .replaceAll('://', ':\\//');

/** An id as code, so that it can be copied; ids have no backticks, other texts may. */
export const code = (text: string): string => (/[`\\|]/.test(text) ? plain(text) : `\`${printable(text)}\``);
