import type { Diagnostic } from './diagnostic.ts';

/**
 * A name for each finding that outlives moved lines, reordered files and other findings that come or go: a hash of its
 * rule, element (or file where there is none) and message; the second of the same gets a number. Same order, same names.
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  hash: (text: string) => string,
): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>();
  const names = new Map<Diagnostic, string>();
  for (const d of diagnostics) {
    const key = JSON.stringify([d.rule, d.element ?? d.file, d.message]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    names.set(d, hash(count === 1 ? key : `${key} ${count}`));
  }
  return names;
}
