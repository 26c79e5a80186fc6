import { type AndOr, leastFixpoint, subgraph } from './and-or.ts';
import { components } from './components.ts';

/** The nodes of a graph that nothing frees. */
function lockedAmong(g: AndOr): readonly number[] {
  const { reached } = leastFixpoint(g, new Uint8Array(g.size), new Uint8Array(g.size).fill(1));
  const locked: number[] = [];
  for (let v = 0; v < g.size; v++) if (!reached[v]) locked.push(v);
  return locked;
}

/** The strongly connected parts of a graph, over edges from each node to the members of its groups. */
function partsOf(g: AndOr): readonly (readonly number[])[] {
  // Members lie in the order of their groups, and groups in that of their nodes: the rows are there already.
  const start = g.groupStart.map((group) => g.memberStart[group] as number);
  const { count, of } = components({ size: g.size, start, target: g.member });
  const parts: number[][] = Array.from({ length: count }, () => []);
  for (let v = 0; v < g.size; v++) (parts[of[v] as number] as number[]).push(v);
  return parts;
}

function needsItself(g: AndOr, v: number): boolean {
  const from = g.memberStart[g.groupStart[v] as number] as number;
  const to = g.memberStart[g.groupStart[v + 1] as number] as number;
  return g.member.subarray(from, to).includes(v);
}

const everythingElse = (): boolean => true;

/**
 * The cores of a graph in which everything is locked: strongly connected sets that still lock when everything outside them
 * is free. What of a part stays locked alone is looked at again, so that a circle that hides in a larger component is
 * found by itself (analysis.md §2, "Cause"). Each sorted, sorted by their first node.
 */
export function coresOf(locked: AndOr): readonly (readonly number[])[] {
  const place = new Int32Array(locked.size).fill(-1);
  const cores: (readonly number[])[] = [];
  const work: (readonly number[])[] = [Array.from({ length: locked.size }, (_, v) => v)];
  for (let set = work.pop(); set; set = work.pop()) {
    const whole = set;
    const g = subgraph(locked, whole, everythingElse, place);
    for (const part of partsOf(g)) {
      if (part.length === 1 && !needsItself(g, part[0] as number)) continue;
      const isAll = part.length === whole.length;
      const still = isAll
        ? lockedAmong(g)
        : lockedAmong(subgraph(g, part, everythingElse, place)).map((i) => part[i] as number);
      const found = still.map((i) => whole[i] as number);
      if (isAll && still.length === whole.length) cores.push(found);
      else if (found.length > 0) work.push(found);
    }
  }
  return cores.sort((a, b) => (a[0] as number) - (b[0] as number));
}
