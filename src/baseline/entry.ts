import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A finding that was there when a team began: what it is known by, free of lines, and of figures that change by themselves. */
export type BaselineEntry =
  | {
      readonly rule: string;
      /** The element; the file where the finding is about no element. */
      readonly about: string;
      /** Its message, every figure a `#`. */
      readonly says: string;
      /** How many of the same there are. */
      readonly count: number;
    }
  /** One finding for many elements: those that lack the same. Fewer of them later is no new finding. */
  | { readonly rule: string; readonly elements: readonly string[] };

/** Days, times and counts in a message change from day to day though nobody has done anything. */
const withoutFigures = (message: string): string => message.replace(/\d[\d:.,-]*/g, '#');

export const aboutOf = ({ element, file }: Diagnostic): string => element ?? file;
export const saysOf = ({ message }: Diagnostic): string => withoutFigures(message);

/** Whether a finding speaks for several elements at once. */
export const isShared = ({ element, elements = [] }: Diagnostic): boolean =>
  element === undefined && elements.length > 1;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by rule, then by what they are about, so that two files differ where the findings do. */
export const inOrder = (entries: readonly BaselineEntry[]): readonly BaselineEntry[] => {
  const key = (e: BaselineEntry): string => ('elements' in e ? e.elements.join(' ') : `${e.about} ${e.says}`);
  return [...entries].sort((a, b) => byText(a.rule, b.rule) || byText(key(a), key(b)));
};
