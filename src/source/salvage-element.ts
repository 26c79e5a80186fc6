import type * as z from 'zod';
import type { Path } from '../diagnostics/location.ts';
import { type Mistake, mistakesOf } from './issues.ts';

/** What could be used of one element. */
export interface Checked {
  /** The schema's output, or undefined when nothing could be saved. */
  readonly data: unknown;
  readonly mistakes: readonly Mistake[];
  /** Paths, from the element, of what was left out so that the rest could be used. */
  readonly dropped: readonly Path[];
}

/** Rounds of leaving out and checking again: a map in a list in a map is done in three. */
const maxRounds = 8;

/** A tree of paths to leave out; `true` at the end of one. */
type Cuts = Map<string | number, Cuts | true>;

function addCut(cuts: Cuts, path: Path): void {
  let at = cuts;
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) {
      at.set(step, true);
      return;
    }
    const next = at.get(step);
    if (next === true) return;
    const below: Cuts = next ?? new Map();
    if (!next) at.set(step, below);
    at = below;
  }
}

/** A copy without what is cut; `original` notes the old index of each list entry that moved. Nesting is at most 100. */
function without(value: unknown, cuts: Cuts, original: WeakMap<object, readonly number[]>): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((_, i) => i).filter((i) => cuts.get(i) !== true);
    const copy = kept.map((i) => keep(value[i], cuts.get(i), original));
    original.set(copy, kept);
    return copy;
  }
  const entries = Object.entries(value as object).filter(([key]) => cuts.get(key) !== true);
  return Object.fromEntries(entries.map(([key, inner]) => [key, keep(inner, cuts.get(key), original)]));
}

function keep(value: unknown, cuts: Cuts | true | undefined, original: WeakMap<object, readonly number[]>): unknown {
  return cuts instanceof Map && value !== null && typeof value === 'object' ? without(value, cuts, original) : value;
}

/** A path in a copy as the path in what was written. */
function asWritten(copy: unknown, path: Path, original: WeakMap<object, readonly number[]>): Path {
  let at = copy;
  return path.map((step) => {
    const indexes = at !== null && typeof at === 'object' ? original.get(at) : undefined;
    at = at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[step] : undefined;
    return indexes && typeof step === 'number' ? (indexes[step] ?? step) : step;
  });
}

const isWithin = (path: Path, outer: Path): boolean => outer.every((step, i) => path[i] === step);

/**
 * Checks one element. When it is wrong, exactly the wrong parts are left out and the rest is checked again: a virtual
 * machine with a bad `cpu` must still be ordered in an outage. `schema` may be compiled; `source` is the one to walk.
 */
export function checkElement(schema: z.ZodType, source: z.ZodType, raw: unknown): Checked {
  const first = schema.safeParse(raw);
  if (first.success) return { data: first.data, mistakes: [], dropped: [] };
  const mistakes: Mistake[] = [];
  const dropped: Path[] = [];
  const original = new WeakMap<object, readonly number[]>();
  const cuts: Cuts = new Map();
  let copy = raw;
  let issues = source.safeParse(raw, { reportInput: true }).error?.issues ?? first.error.issues;
  for (let round = 0; round < maxRounds; round++) {
    for (const mistake of mistakesOf(source, copy, issues)) {
      const path = asWritten(copy, mistake.path, original);
      const drop = asWritten(copy, mistake.drop, original);
      // What is only missing because it was left out before is no mistake of the author.
      const ours = mistake.missing && dropped.some((gone) => isWithin(gone, path));
      if (!ours) mistakes.push({ ...mistake, path, drop });
      if (drop.length === 0) return { data: undefined, mistakes, dropped };
      dropped.push(drop);
    }
    for (const path of dropped) addCut(cuts, path);
    copy = keep(raw, cuts, original);
    const again = source.safeParse(copy, { reportInput: true });
    if (again.success) return { data: again.data, mistakes, dropped };
    issues = again.error.issues;
  }
  return { data: undefined, mistakes, dropped };
}
