import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { aboutOf, type BaselineEntry, isShared, saysOf } from './entry.ts';

/** Findings held against a baseline. */
export interface Compared {
  /** What the baseline does not know. */
  readonly fresh: readonly Diagnostic[];
  /** What it knows. */
  readonly known: readonly Diagnostic[];
  /** What is left of the baseline: entries of which something is still found. */
  readonly left: readonly BaselineEntry[];
  /** How many findings of the baseline are found no more. */
  readonly gone: number;
}

const keyOf = (rule: string, about: string, says: string): string => JSON.stringify([rule, about, says]);
const pair = (rule: string, element: string): string => JSON.stringify([rule, element]);

/** Whether a finding may stand in a baseline: it must be mended some day, and the plan can be read in spite of it. */
export const canBeKnown =
  (lasting: ReadonlySet<string>) =>
  ({ rule, severity, waived }: Diagnostic): boolean =>
    severity !== 'info' && waived === undefined && !lasting.has(rule);

/**
 * Which findings a baseline knows. A finding about one element is known by its rule, element and message; one for many
 * elements by all of them: whether a lack is told once for many or for each alone does not matter.
 * @param mayBeKnown which findings a baseline may hide at all
 */
export function compare(
  diagnostics: readonly Diagnostic[],
  baseline: readonly BaselineEntry[],
  mayBeKnown: (d: Diagnostic) => boolean,
): Compared {
  const room = new Map<string, number>();
  const shared = new Set<string>();
  const elements = new Set<string>();
  for (const entry of baseline) {
    if ('elements' in entry) for (const id of entry.elements) shared.add(pair(entry.rule, id));
    else {
      const key = keyOf(entry.rule, entry.about, entry.says);
      room.set(key, (room.get(key) ?? 0) + entry.count);
      elements.add(pair(entry.rule, entry.about));
    }
  }
  const used = new Map<string, number>();
  const alone = new Set<string>();
  const together = new Set<string>();
  const isKnown = (d: Diagnostic): boolean => {
    if (!mayBeKnown(d)) return false;
    if (isShared(d)) {
      const pairs = (d.elements ?? []).map((id) => pair(d.rule, id));
      for (const p of pairs) together.add(p);
      return pairs.every((p) => shared.has(p) || elements.has(p));
    }
    const own = pair(d.rule, aboutOf(d));
    alone.add(own);
    const key = keyOf(d.rule, aboutOf(d), saysOf(d));
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count <= (room.get(key) ?? 0) || shared.has(own);
  };
  const known: Diagnostic[] = [];
  const fresh: Diagnostic[] = [];
  for (const d of diagnostics) (isKnown(d) ? known : fresh).push(d);
  return { fresh, known, ...rest(baseline, used, alone, together) };
}

/** The baseline without what is found no more. */
function rest(
  baseline: readonly BaselineEntry[],
  used: ReadonlyMap<string, number>,
  alone: ReadonlySet<string>,
  together: ReadonlySet<string>,
) {
  const left: BaselineEntry[] = [];
  let gone = 0;
  const taken = new Map<string, number>();
  for (const entry of baseline) {
    if ('elements' in entry) {
      const ids = entry.elements.filter((id) => [alone, together].some((s) => s.has(pair(entry.rule, id))));
      gone += entry.elements.length - ids.length;
      if (ids.length > 0) left.push({ ...entry, elements: ids });
      continue;
    }
    const key = keyOf(entry.rule, entry.about, entry.says);
    const before = taken.get(key) ?? 0;
    const found = (used.get(key) ?? 0) - before;
    taken.set(key, before + entry.count);
    // No finding of its own any more, but told once for many: it is still there.
    const own = pair(entry.rule, entry.about);
    const isShared = !alone.has(own) && together.has(own);
    const count = isShared ? entry.count : Math.min(Math.max(found, 0), entry.count);
    gone += entry.count - count;
    if (count > 0) left.push({ ...entry, count });
  }
  return { left, gone };
}

/** Findings as entries. */
export function entriesOf(diagnostics: readonly Diagnostic[]): readonly BaselineEntry[] {
  const single = new Map<string, Extract<BaselineEntry, { about: string }>>();
  const many: BaselineEntry[] = [];
  for (const d of diagnostics) {
    if (isShared(d)) {
      many.push({ rule: d.rule, elements: [...new Set(d.elements)].sort() });
      continue;
    }
    const about = aboutOf(d);
    const says = saysOf(d);
    const key = keyOf(d.rule, about, says);
    single.set(key, { rule: d.rule, about, says, count: (single.get(key)?.count ?? 0) + 1 });
  }
  return [...single.values(), ...many];
}

/** Two baselines as one. */
export function joined(some: readonly BaselineEntry[], others: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const single = new Map<string, Extract<BaselineEntry, { about: string }>>();
  const shared = new Map<string, Set<string>>();
  for (const entry of [...some, ...others]) {
    if ('elements' in entry) {
      const ids = shared.get(entry.rule) ?? new Set();
      for (const id of entry.elements) ids.add(id);
      shared.set(entry.rule, ids);
      continue;
    }
    const key = keyOf(entry.rule, entry.about, entry.says);
    single.set(key, { ...entry, count: (single.get(key)?.count ?? 0) + entry.count });
  }
  return [...single.values(), ...[...shared].map(([rule, ids]) => ({ rule, elements: [...ids].sort() }))];
}
