import type { Model, Node } from '../model/model.ts';
import type { AndOr } from './and-or.ts';
import { membersOf } from './and-or.ts';
import { outageLinks } from './carry.ts';
import type { RequirementGraph } from './graph.ts';
import { placesOf } from './select.ts';

/**
 * What an outage takes down, as numbers: over links at once (it runs, lies or stands there), over requirements when too
 * few are left. Graces are left out: what is down later is down. A service that is switched over by hand is down without its
 * first provider.
 */
export interface FaultGraph {
  readonly hold: AndOr;
  /** By node: what its own outage carries to. Only the outage of what failed carries, not being down for a lack. */
  readonly links: readonly (readonly number[])[];
  /** By node: from where an outage is carried to it. */
  readonly carriers: readonly (readonly number[])[];
}

/** The graph of a plan. */
export function faultGraph(model: Model, graph: RequirementGraph): FaultGraph {
  const links = outageLinks(graph.links);
  const carriers: number[][] = model.nodes.map(() => []);
  links.forEach((targets, from) => {
    for (const to of new Set(targets)) (carriers[to] as number[]).push(from);
  });
  return { hold: graph.still, links, carriers };
}

/** Runs outages one after the other over the same counters, each undone before the next: the cost is what it hits. */
export interface FaultRun {
  /** The nodes that are down when these fail, in the order they fell. Valid until the next call. */
  readonly down: (failed: readonly number[]) => readonly number[];
  /** Whether a node is down in that call. Valid until the next. */
  readonly isDown: (node: number) => boolean;
  /** The groups that had too few members left in that call. Valid until the next. */
  readonly broken: () => readonly number[];
}

/** A fresh run over a graph. */
export function faultRun({ hold, links }: FaultGraph): FaultRun {
  const isDown = new Uint8Array(hold.size);
  const left = Int32Array.from({ length: hold.need.length }, (_, g) => membersOf(hold, g).length);
  let queue: number[] = [];
  const touched: number[] = [];
  const broken: number[] = [];
  const undo = (): void => {
    for (const v of queue) isDown[v] = 0;
    for (const g of touched) left[g] = (left[g] as number) + 1;
    touched.length = 0;
    broken.length = 0;
    queue = [];
  };
  const fall = (v: number): void => {
    if (isDown[v]) return;
    isDown[v] = 1;
    queue.push(v);
  };
  return {
    down: (failed) => {
      undo();
      for (const v of failed) fall(v);
      // What runs, lies or stands there shares the outage, all the way.
      for (let head = 0; head < queue.length; head++) for (const w of links[queue[head] as number] ?? []) fall(w);
      for (let head = 0; head < queue.length; head++) {
        const v = queue[head] as number;
        for (let i = hold.userStart[v] as number; i < (hold.userStart[v + 1] as number); i++) {
          const group = hold.user[i] as number;
          touched.push(group);
          left[group] = (left[group] as number) - 1;
          if (left[group] !== (hold.need[group] as number) - 1) continue;
          broken.push(group);
          fall(hold.owner[group] as number);
        }
      }
      return queue;
    },
    isDown: (node) => isDown[node] === 1,
    broken: () => broken,
  };
}

/** Whether a place or feed can be the one thing to lose: only where systems stand at a second site. */
export function hasSecondSite(model: Model): boolean {
  const sites = new Set<string>();
  for (const node of model.nodes) {
    if (node.nature !== 'system' || node.external) continue;
    // The outermost place is the site.
    const site = placesOf(model, node).find((id) => isOutermost(model, id));
    if (site !== undefined) sites.add(site);
    if (sites.size > 1) return true;
  }
  return false;
}

function isOutermost(model: Model, id: string): boolean {
  const { in: around } = (model.node(id) as Node).data as { in?: string };
  return around === undefined || !model.node(around);
}

/** What can fail by itself: systems; places and what is not ours only where there is a second site. Sorted. */
export function failableNodes(model: Model): readonly Node[] {
  const second = hasSecondSite(model);
  return model.nodes.filter((n) => (n.kind === 'location' || n.external ? second : n.nature === 'system'));
}
