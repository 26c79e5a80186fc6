import type { Location } from '../diagnostics/location.ts';
import type { Model, Requirement } from '../model/model.ts';
import { type AndOr, leastFixpoint, subgraph, unmetGroups } from './and-or.ts';

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
/** Looks at groups that a search may cost; beyond it a greedy set is given. */
const budget = 3_000_000;
const mostRepairs = 20;
const largestSet = 3;

const kindOf = (r: Requirement): 'bypass' | 'outside-provider' =>
  r.bypass && !fixed.has(r.relation) ? 'bypass' : 'outside-provider';

/** The graph with some groups met by other means. */
function waive(g: AndOr, groups: ReadonlySet<number>): AndOr {
  return { ...g, need: g.need.map((n, i) => (groups.has(i) ? 0 : n)) };
}

interface Search {
  /** The core alone, what is outside being free. */
  readonly g: AndOr;
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

/**
 * All sets of exactly `size` groups that free the core. A repair must raise some element outright, so only the whole
 * unmet groups of one element are tried at a time. Undefined: the budget is spent.
 */
function repairsOfSize(search: Search, size: number): readonly (readonly number[])[] | undefined {
  const found = new Map<string, readonly number[]>();
  const tried = new Set<string>();
  const work: (readonly number[])[] = [[]];
  for (let waived = work.pop(); waived; waived = work.pop()) {
    if (search.left <= 0) return undefined;
    const { locked, there } = stillLocked(search, new Set(waived));
    if (locked.length === 0) {
      found.set(waived.join(), waived);
      continue;
    }
    for (const v of locked) {
      const unmet = unmetGroups(search.g, v, there).filter((group) => !waived.includes(group));
      if (waived.length + unmet.length > size || unmet.length === 0) continue;
      const next = [...waived, ...unmet].sort((a, b) => a - b);
      const key = next.join();
      if (tried.has(key)) continue;
      tried.add(key);
      work.push(next);
    }
  }
  return [...found.values()];
}

/** A way out when the search is too long: waive the cheapest element again and again. */
function greedy(search: Search): readonly number[] {
  const waived: number[] = [];
  for (;;) {
    const { locked, there } = stillLocked(search, new Set(waived));
    if (locked.length === 0) return waived.sort((a, b) => a - b);
    let best: readonly number[] = [];
    for (const v of locked) {
      const unmet = unmetGroups(search.g, v, there).filter((group) => !waived.includes(group));
      if (best.length === 0 || unmet.length < best.length) best = unmet;
      if (best.length === 1) break;
    }
    waived.push(...best);
  }
}

/** The smallest sets of requirements that, waived, free the core: documented bypasses first, then the quickest. */
export function smallestRepairs(model: Model, g: AndOr, core: readonly number[], free: Uint8Array): readonly Repair[] {
  const local = subgraph(g, core, free);
  const search: Search = { g: local, left: budget };
  const requirementOf = (group: number): Requirement =>
    model.requirements[g.tag[local.tag[group] as number] as number] as Requirement;
  const asRepair = (groups: readonly number[], provedSmallest: boolean): Repair => ({
    waived: groups.map((group) => {
      const r = requirementOf(group);
      return { from: r.from, relation: r.relation, of: r.of, atLeast: r.atLeast, kind: kindOf(r), at: r.at };
    }),
    provedSmallest,
  });
  const rank = (groups: readonly number[]): readonly [number, number, number, string] => {
    const all = groups.map(requirementOf);
    const undocumented = all.filter((r) => kindOf(r) !== 'bypass').length;
    const systems = all.filter((r) => model.elements.get(r.of[0] as string)?.kind !== 'service').length;
    const minutes = all.reduce((sum, r) => sum + (r.bypass?.takes ?? 0), 0);
    return [undocumented, systems, minutes, all.map((r) => `${r.from} ${r.relation}`).join()];
  };
  for (let size = 1; size <= largestSet; size++) {
    const found = repairsOfSize(search, size);
    if (!found) break;
    if (found.length > 0) {
      return found
        .map((groups) => ({ groups, rank: rank(groups) }))
        .sort((a, b) => compareRanks(a.rank, b.rank))
        .slice(0, mostRepairs)
        .map(({ groups }) => asRepair(groups, true));
    }
  }
  return [asRepair(greedy({ g: local, left: Number.POSITIVE_INFINITY }), false)];
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] as number | string;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
