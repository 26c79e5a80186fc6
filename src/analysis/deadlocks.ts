import type { Location } from '../diagnostics/location.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, leastFixpoint, membersOf, subgraph, unmetGroups } from './and-or.ts';
import { components, rowsOf } from './components.ts';
import { type Repair, smallestRepairs } from './repairs.ts';
import type { Startability } from './startable.ts';

/** One link of a circle: `from` needs `to`. */
export interface DeadlockLink {
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly relation: string;
  readonly at: Location;
  /** What else would do for `from`, and why it does not help. */
  readonly alternatives: readonly { readonly id: string; readonly why: string }[];
}

/** Elements that lock each other, and those that only wait for them. */
export interface Deadlock {
  readonly elements: readonly string[];
  readonly waiting: readonly string[];
  readonly cycle: readonly DeadlockLink[];
  /** "hv-01 needs dns; dns is provided only by vm-dc1; vm-dc1 runs on hv-01". */
  readonly sentence: string;
  readonly repairs: readonly Repair[];
}

/** Edges from each locked node to the locked members of its unmet groups. */
function unmetRows(g: AndOr, locked: readonly number[], there: Uint8Array) {
  const isLocked = new Uint8Array(g.size);
  for (const v of locked) isLocked[v] = 1;
  const edges: (readonly [number, number])[] = [];
  for (const v of locked) {
    for (const group of unmetGroups(g, v, there)) {
      for (const m of membersOf(g, group)) if (isLocked[m]) edges.push([v, m]);
    }
  }
  return { rows: rowsOf(g.size, edges), isLocked };
}

/** The nodes of a graph that nothing frees. */
export function lockedAmong(g: AndOr): readonly number[] {
  const { reached } = leastFixpoint(g, new Uint8Array(g.size), new Uint8Array(g.size).fill(1));
  return Array.from({ length: g.size }, (_, v) => v).filter((v) => !reached[v]);
}

/**
 * The cores: strongly connected sets that still lock when everything outside them is free. Whoever is free of them is
 * looked at again, so that a circle that hides in a larger component is found alone (analysis.md §2, "Cause").
 */
function coresOf(g: AndOr, locked: readonly number[], possible: Uint8Array): readonly (readonly number[])[] {
  const cores: (readonly number[])[] = [];
  const work: (readonly number[])[] = [locked];
  for (let set = work.pop(); set; set = work.pop()) {
    const outside = Uint8Array.from(possible);
    for (const v of set) outside[v] = 0;
    const { rows, isLocked } = unmetRows(g, set, outside);
    const { count, of } = components(rows, isLocked);
    const parts: number[][] = Array.from({ length: count }, () => []);
    for (const v of set) (parts[of[v] as number] as number[]).push(v);
    for (const part of parts) {
      const free = Uint8Array.from(possible);
      for (const v of part) free[v] = 0;
      // A single node without a link to itself is free as soon as the others are; no need to compute it.
      if (part.length === 1 && unmetGroups(g, part[0] as number, free).length === 0) continue;
      const still = lockedAmong(subgraph(g, part, free)).map((i) => part[i] as number);
      if (still.length === set.length) cores.push(still);
      else if (still.length > 0) work.push(still);
    }
  }
  return cores.sort((a, b) => (a[0] as number) - (b[0] as number));
}

interface Hop {
  readonly from: number;
  readonly to: number;
  readonly group: number;
}

/** How many starting points of a large core are tried for the shortest circle. */
const startsTried = 200;

/** A shortest circle within a core; ties go to the smallest node number. */
function shortestCycle(g: AndOr, core: readonly number[], there: Uint8Array): readonly Hop[] {
  const isIn = new Uint8Array(g.size);
  for (const v of core) isIn[v] = 1;
  const hops = (v: number): Hop[] =>
    unmetGroups(g, v, there).flatMap((group) =>
      [...membersOf(g, group)].filter((m) => isIn[m]).map((to) => ({ from: v, to, group })),
    );
  let best: readonly Hop[] = [];
  for (const start of core.slice(0, startsTried)) {
    const cameBy = new Map<number, Hop>();
    const queue = [start];
    search: for (let head = 0; head < queue.length; head++) {
      for (const hop of hops(queue[head] as number)) {
        if (cameBy.has(hop.to)) continue;
        cameBy.set(hop.to, hop);
        if (hop.to === start) break search;
        queue.push(hop.to);
      }
    }
    const cycle: Hop[] = [];
    for (let hop = cameBy.get(start); hop; hop = hop.from === start ? undefined : cameBy.get(hop.from)) cycle.push(hop);
    if (cycle.length > 0 && (best.length === 0 || cycle.length < best.length)) best = cycle.reverse();
    if (best.length === 1) break;
  }
  return best;
}

const words: Readonly<Record<string, string>> = {
  runsOn: 'runs on',
  storedOn: 'is stored on',
  partOf: 'is part of',
  poweredBy: 'gets its power only from',
  connectedTo: 'is connected only to',
  members: 'has only the members',
  providers: 'is provided only by',
  'backups.covers': 'can be restored only from',
  'backups.server': 'is made by',
  'backups.target': 'lies on',
  'backups.keyHeldBy': 'has its key only on',
};

function sentenceOf(link: DeadlockLink): string {
  const all = [link.to, ...link.alternatives.map((a) => a.id)];
  const several = all.length > 6 ? `${all.slice(0, 6).join(', ')} or ${all.length - 6} others` : all.join(' or ');
  return `${link.from} ${words[link.relation] ?? (link.when === 'start' ? 'needs for its start' : 'needs')} ${several}`;
}

/** How many links of a long circle are said in words. */
const linksSaid = 10;

function sayCycle(links: readonly DeadlockLink[]): string {
  const said = links.slice(0, linksSaid).map(sentenceOf);
  return links.length > linksSaid ? `${said.join('; ')}; … ${links.length - linksSaid} more` : said.join('; ');
}

/** Who reaches the core over unmet requirements, without being locked by itself. */
function waitingFor(
  g: AndOr,
  locked: readonly number[],
  core: readonly number[],
  inCores: Uint8Array,
  there: Uint8Array,
): number[] {
  const isLocked = new Uint8Array(g.size);
  for (const v of locked) isLocked[v] = 1;
  const seen = new Uint8Array(g.size);
  const queue = [...core];
  for (const v of core) seen[v] = 1;
  const found: number[] = [];
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
      const owner = g.owner[g.user[i] as number] as number;
      if (!isLocked[owner] || seen[owner]) continue;
      if (!unmetGroups(g, owner, there).includes(g.user[i] as number)) continue;
      seen[owner] = 1;
      queue.push(owner);
      if (!inCores[owner]) found.push(owner);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Every deadlock with its cause, what waits for it, and the smallest ways out. Sorted by the first element. */
export function explainDeadlocks(model: Model, startable: Startability): readonly Deadlock[] {
  const { graph: g, back, deadlocked } = startable;
  const locked = [...deadlocked];
  const possible = Uint8Array.from(back);
  for (const v of locked) possible[v] = 1;
  const cores = coresOf(g, locked, possible);
  const inCores = new Uint8Array(g.size);
  for (const v of cores.flat()) inCores[v] = 1;
  const idOf = (v: number): string => (model.nodes[v] as Node).id;
  const isShown = (v: number): boolean => (model.nodes[v] as Node).kind !== 'backup';
  return cores.map((core) => {
    const inCore = new Set(core);
    const free = Uint8Array.from(possible);
    for (const v of core) free[v] = 0;
    const cycle = shortestCycle(g, core, free).map((hop): DeadlockLink => {
      const requirement = model.requirements[g.tag[hop.group] as number] as Requirement;
      const others = [...membersOf(g, hop.group)].filter((m) => m !== hop.to);
      const why = (m: number): string =>
        inCore.has(m)
          ? 'it is locked in the same circle'
          : back[m]
            ? 'it is up, but not enough'
            : 'it cannot come back';
      return {
        from: idOf(hop.from),
        to: idOf(hop.to),
        when: requirement.when,
        relation: requirement.relation,
        at: requirement.at,
        alternatives: others.map((m) => ({ id: idOf(m), why: why(m) })),
      };
    });
    return {
      elements: core.filter(isShown).map(idOf),
      waiting: waitingFor(g, locked, core, inCores, back).filter(isShown).map(idOf),
      cycle,
      sentence: sayCycle(cycle),
      repairs: smallestRepairs(model, g, core, free),
    };
  });
}
