/** Words in the languages of paper: on terminals the English ones are used. */
export interface Said {
  readonly en: string;
  readonly de: string;
}

export const said = (en: string, de: string): Said => ({ en, de });

/** What a plan itself says: the same in every language. */
export const same = (text: string): Said => ({ en: text, de: text });

/** `05.09.2026`: a day as it is written in German. */
export const germanDay = (day: string): string => day.split('-').reverse().join('.');

/** The same sentence in both languages. */
export const each = (make: (language: keyof Said) => string): Said => ({ en: make('en'), de: make('de') });
