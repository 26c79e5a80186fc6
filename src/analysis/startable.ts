import type { Model } from '../model/model.ts';
import { type AndOr, greatestFixpoint, leastFixpoint, membersOf } from './and-or.ts';
import { graphOf } from './graph.ts';

/** What has to be brought back; all by node number. */
export interface Situation {
  /** Not up now, has to come back. */
  readonly affected: Uint8Array;
  /** Its data is read back or it is set up anew: `restore` requirements bind it. */
  readonly restoring: Uint8Array;
  /** It never stopped and only waits: nothing that binds a start binds it. */
  readonly resuming: Uint8Array;
  /** Nobody here can bring it back. */
  readonly gone: Uint8Array;
}

/** What can be brought back and what cannot. */
export interface Startability {
  /** The requirements that bind in this situation; tags are indexes of requirements. */
  readonly graph: AndOr;
  /** By node: up, or brought back. */
  readonly back: Uint8Array;
  /** Nodes that could be up but can never be started: they wait for each other. */
  readonly deadlocked: Int32Array;
  /** Nodes that cannot come back because something they need is gone; the requirements that fail. */
  readonly lost: readonly { readonly node: number; readonly because: readonly number[] }[];
}

const not = (flags: Uint8Array): Uint8Array => flags.map((f) => (f ? 0 : 1));

/**
 * The least fixpoint of what can be brought back from what is up, and what is left of the greatest one: exactly the
 * bootstrap deadlocks (analysis.md §2). `waived` requirements, by index, are met by other means.
 */
export function startability(
  model: Model,
  situation: Situation,
  waived: ReadonlySet<number> = new Set(),
): Startability {
  const { affected, restoring, resuming, gone } = situation;
  const graph = graphOf(model, (r, { index: from }, i) => {
    if (!affected[from] || waived.has(i)) return false;
    return (
      r.when === 'run' || (r.when === 'start' && !resuming[from]) || (r.when === 'restore' && restoring[from] === 1)
    );
  });
  const given = not(affected);
  const wanted = affected.map((a, v) => (a && !gone[v] ? 1 : 0));
  const { reached } = leastFixpoint(graph, given, wanted);
  const possible = greatestFixpoint(graph, given, wanted);
  const deadlocked: number[] = [];
  const lost: { node: number; because: number[] }[] = [];
  for (let v = 0; v < graph.size; v++) {
    if (!affected[v] || reached[v]) continue;
    if (possible[v]) deadlocked.push(v);
    else lost.push({ node: v, because: failing(graph, v, possible) });
  }
  return { graph, back: reached, deadlocked: Int32Array.from(deadlocked), lost };
}

/** The requirements of v that the possible nodes cannot meet. */
function failing(g: AndOr, v: number, possible: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
    const there = membersOf(g, i).reduce((n, m) => n + (possible[m] as number), 0);
    if (there < (g.need[i] as number)) found.push(g.tag[i] as number);
  }
  return found;
}

/** Everything that is ours is off, and with `destroyed` must be set up anew: covers every scenario without a loss for good. */
export function everything(model: Model, destroyed: boolean): Situation {
  const size = model.nodes.length;
  const situation = {
    affected: new Uint8Array(size),
    restoring: new Uint8Array(size),
    resuming: new Uint8Array(size),
    gone: new Uint8Array(size),
  };
  for (const node of model.nodes) {
    if (node.external) continue;
    situation.affected[node.index] = 1;
    if (node.nature === 'derived') situation.resuming[node.index] = 1;
    const stateless = (node.data as { recovery?: { stateless?: boolean } }).recovery?.stateless === true;
    if (destroyed && node.nature !== 'derived' && !stateless) situation.restoring[node.index] = 1;
  }
  return situation;
}
