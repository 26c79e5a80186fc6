import type { Location } from '../diagnostics/location.ts';
import type { Model, Requirement } from '../model/model.ts';
import { type AndOr, leastFixpoint, unmetGroups } from './and-or.ts';
import { greedyRepair } from './greedy-repair.ts';

/** Requirements that, waived together, free the circle. */
export interface Repair {
  readonly waived: readonly {
    readonly from: string;
    readonly relation: string;
    readonly of: readonly string[];
    readonly atLeast: number;
    /** `bypass`: a way round is documented; `outside-provider`: something outside the circle must provide it. */
    readonly kind: 'bypass' | 'outside-provider';
    readonly at: Location;
  }[];
  /** False: the search was cut short; a smaller set may exist. */
  readonly provedSmallest: boolean;
}

/** Relations that nobody goes round: there something outside the circle must provide. */
const fixed = new Set(['runsOn', 'storedOn', 'partOf', 'members', 'poweredBy']);
const mostRepairs = 20;
const largestSet = 3;

const kindOf = (r: Requirement): 'bypass' | 'outside-provider' =>
  r.bypass && !fixed.has(r.relation) ? 'bypass' : 'outside-provider';

/** The graph with some groups met by other means. */
function waive(g: AndOr, groups: ReadonlySet<number>): AndOr {
  return { ...g, need: g.need.map((n, i) => (groups.has(i) ? 0 : n)) };
}

/** Groups, by number, sorted. */
type Waived = readonly number[];

interface Search {
  /** The core alone, what is outside being free. */
  readonly g: AndOr;
  /** By group: its place among the ways out, the best one first. */
  readonly rank: Int32Array;
  /** Looks at nodes and members that are left to spend. */
  left: number;
}

/** What of the core stays locked when these groups are waived. */
function stillLocked(search: Search, waived: ReadonlySet<number>): { locked: readonly number[]; there: Uint8Array } {
  const { g } = search;
  search.left -= g.size + g.member.length;
  const { reached } = leastFixpoint(waive(g, waived), new Uint8Array(g.size), new Uint8Array(g.size).fill(1));
  const locked: number[] = [];
  for (let v = 0; v < g.size; v++) if (!reached[v]) locked.push(v);
  return { locked, there: reached };
}

/** What to waive besides, of at most `most`: all unmet groups of one more element; the worst set first. */
function widerSets(search: Search, waived: Waived, locked: Waived, there: Uint8Array, most: number): readonly Waived[] {
  const { g, rank } = search;
  const sets: Waived[] = [];
  for (const v of locked) {
    const unmet = unmetGroups(g, v, there).filter((group) => !waived.includes(group));
    if (waived.length + unmet.length <= most) sets.push([...waived, ...unmet].sort((a, b) => a - b));
  }
  const worth = (set: Waived): number => set.reduce((sum, group) => sum + (rank[group] as number), 0);
  return sets
    .map((set) => ({ set, worth: worth(set) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ set }) => set);
}

/**
 * The sets of at most `most` groups that free the core. A repair must raise some element outright, so only the whole
 * unmet groups of one element are tried at a time. Not `complete`: the budget was spent before all were tried.
 */
function repairsOfSize(search: Search, most: number): { found: readonly Waived[]; complete: boolean } {
  const found: Waived[] = [];
  const tried = new Set<string>();
  const work: Waived[] = [[]];
  for (let waived = work.pop(); waived; waived = work.pop()) {
    if (search.left <= 0) return { found, complete: false };
    const { locked, there } = stillLocked(search, new Set(waived));
    if (locked.length === 0) {
      found.push(waived);
      continue;
    }
    for (const set of widerSets(search, waived, locked, there, most)) {
      const key = set.join();
      if (tried.has(key)) continue;
      tried.add(key);
      work.push(set);
    }
  }
  return { found, complete: true };
}

/** What makes a way out better, first things first: it is documented, waives services, takes less time; then ids. */
type Worth = readonly [undocumented: number, noServices: number, minutes: number, ids: string];

const worthOf = (model: Model, all: readonly Requirement[]): Worth => [
  all.filter((r) => kindOf(r) !== 'bypass').length,
  all.filter((r) => model.elements.get(r.of[0] as string)?.kind !== 'service').length,
  all.reduce((sum, r) => sum + (r.bypass?.takes ?? 0), 0),
  all.map((r) => `${r.from} ${r.relation}`).join(),
];

function compareWorth(a: Worth, b: Worth): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] as number | string;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/**
 * The smallest sets of requirements of a core that, waived, free it: documented bypasses first, then the quickest; at
 * most 20. `g` is the core alone with requirements as tags; `budget` bounds the looks at its nodes and members.
 */
export function smallestRepairs(model: Model, g: AndOr, budget: number): readonly Repair[] {
  const requirementOf = (group: number): Requirement => model.requirements[g.tag[group] as number] as Requirement;
  const asRepair = (groups: Waived, provedSmallest: boolean): Repair => ({
    waived: groups.map((group) => {
      const r = requirementOf(group);
      return { from: r.from, relation: r.relation, of: r.of, atLeast: r.atLeast, kind: kindOf(r), at: r.at };
    }),
    provedSmallest,
  });
  const bestFirst = (sets: readonly Waived[]): readonly Waived[] =>
    sets
      .map((set) => ({ set, worth: worthOf(model, set.map(requirementOf)) }))
      .sort((a, b) => compareWorth(a.worth, b.worth))
      .map(({ set }) => set);
  const rank = new Int32Array(g.need.length);
  for (const [i, [group]] of bestFirst(Array.from(rank, (_, group) => [group])).entries()) rank[group as number] = i;
  const quick = greedyRepair(g, (group) => kindOf(requirementOf(group)) === 'bypass');
  const search: Search = { g, rank, left: budget };
  for (let size = 1; size <= largestSet; size++) {
    const { found, complete } = repairsOfSize(search, size);
    // No smaller set frees the core, or the search would not have come here.
    if (found.length > 0) {
      const best = bestFirst(found).slice(0, mostRepairs);
      return best.map((set) => asRepair(set, true));
    }
    if (!complete) return [asRepair(quick, quick.length <= size)];
  }
  return [asRepair(quick, quick.length <= largestSet + 1)];
}
