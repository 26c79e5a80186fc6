/** The languages of paper, and dates and numbers as they are written in them. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language; the first says which there are. */
export type Words<W> = { readonly [L in Language]: W };

/** Keeps the words of a section together and makes sure that no language lacks one. */
export const words = <W>(all: { readonly en: W; readonly de: W }): Words<W> => all;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day for people: `23 Nov 2026`, `23.11.2026`. What is no date stays as it is. Written out here and not left to the
 * tables of the machine: the same plan gives the same pages everywhere.
 */
export function dayIn(language: Language, date: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return date ?? '';
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** `12,345.6` or `12.345,6`. */
export function numberIn(language: Language, n: number): string {
  const [whole = '', part] = String(n).split('.');
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return part === undefined ? grouped : `${grouped}${point}${part}`;
}
