import type { Model, Node, Requirement } from '../model/model.ts';
import { newHeap } from './heap.ts';

/** An objective that comes from whoever needs the element. */
export interface InheritedTime {
  readonly minutes: number;
  /** The user that passes it on. */
  readonly from: string;
  readonly relation: string;
}

/** One continuity figure of every node, in minutes. */
export interface TimeObjective {
  readonly stated: (node: number) => number | undefined;
  /** The shortest of its users'; absent where no user has one, or others can take its place. */
  readonly inherited: (node: number) => InheritedTime | undefined;
  /** The shorter of the two. */
  readonly effective: (node: number) => number | undefined;
}

/** RTO, RPO and MTPD of a plan. */
export interface TimeObjectives {
  readonly rto: TimeObjective;
  readonly rpo: TimeObjective;
  readonly mtpd: TimeObjective;
  /** Requirements that cannot be met in their user's RTO: too few providers promise to be back so soon. */
  readonly tooSlow: readonly TooSlow[];
}

/** A user with a shorter RTO than what it needs. */
export interface TooSlow {
  readonly requirement: Requirement;
  /** The RTO of the user, in minutes, a grace included. */
  readonly limit: number;
  /** The providers that state a longer one, in the order written. */
  readonly slower: readonly { readonly id: string; readonly minutes: number }[];
}

interface Period {
  readonly months: number;
  readonly minutes: number;
}
interface Figures {
  readonly rto?: number;
  readonly mtpd?: number;
  readonly rpo?: Period;
}

/** An interval of the calendar in minutes; a month counts 30 days. */
export const minutesOf = ({ months, minutes }: Period): number => months * 30 * 1440 + minutes;

function figure<K extends keyof Figures>(node: Node, key: K): Figures[K] | undefined {
  const data = node.data as Figures & { readonly recovery?: Figures };
  return data.recovery?.[key] ?? data[key];
}

type Edge = readonly [from: number, to: number, grace: number, relation: string];

/** The shortest stated or passed on, by a sweep from the shortest up: exact, since a grace only lengthens. O(m log n). */
function shortest(model: Model, stated: readonly (number | undefined)[], edges: readonly Edge[]): TimeObjective {
  const inherited: (InheritedTime | undefined)[] = new Array(stated.length).fill(undefined);
  const rows: Edge[][] = stated.map(() => []);
  for (const edge of edges) (rows[edge[0]] as Edge[]).push(edge);
  const best = Float64Array.from(stated, (s) => s ?? Number.POSITIVE_INFINITY);
  const heap = newHeap();
  const done = new Uint8Array(stated.length);
  best.forEach((minutes, v) => {
    if (minutes !== Number.POSITIVE_INFINITY) heap.push(v, minutes);
  });
  for (let v = heap.pop(); v !== -1; v = heap.pop()) {
    if (done[v]) continue;
    done[v] = 1;
    for (const [from, to, grace, relation] of rows[v] as Edge[]) {
      const minutes = (best[v] as number) + grace;
      if (minutes < (inherited[to]?.minutes ?? Number.POSITIVE_INFINITY)) {
        inherited[to] = { minutes, from: (model.nodes[from] as Node).id, relation };
      }
      if (minutes < (best[to] as number)) {
        best[to] = minutes;
        heap.push(to, minutes);
      }
    }
  }
  return {
    stated: (node) => stated[node],
    inherited: (node) => inherited[node],
    effective: (node) => (best[node] === Number.POSITIVE_INFINITY ? undefined : best[node]),
  };
}

const isServed = ({ when }: Requirement): boolean => when === 'run' || when === 'serve';

/** Only what a user cannot do without has to be back in his time: of alternatives, any may be slow. */
function rtoEdges(model: Model): Edge[] {
  return model.requirements
    .filter((r) => isServed(r) && r.of.length <= r.atLeast)
    .flatMap((r) => r.of.map((id): Edge => [index(model, r.from), index(model, id), r.grace ?? 0, r.relation]));
}

const index = (model: Model, id: string): number => (model.node(id) as Node).index;
const holdsNoData = new Set(['hypervisor', 'cluster', 'networkDevice', 'facility', 'location']);

/** A loss of data concerns what holds data: from the user down to the first element that a backup covers. */
function rpoEdges(model: Model): Edge[] {
  const covered = new Set(model.of('backup').flatMap((b) => b.data.covers));
  return model.requirements.flatMap((r) => {
    const from = model.node(r.from) as Node;
    const passes =
      r.relation === 'uses' ||
      r.relation === 'data' ||
      r.relation === 'providers' ||
      (r.relation === 'runsOn' && from.kind === 'application') ||
      (r.relation === 'storedOn' && from.kind === 'data');
    const hasData = from.kind === 'application' && r.relation !== 'data' && (from.data as { data?: unknown }).data;
    if (!passes || covered.has(r.from) || hasData) return [];
    return r.of
      .map((id) => model.node(id) as Node)
      .filter((to) => !holdsNoData.has(to.kind))
      .map((to): Edge => [from.index, to.index, 0, r.relation]);
  });
}

function tooSlowIn(model: Model, rto: TimeObjective): readonly TooSlow[] {
  return model.requirements.flatMap((requirement) => {
    const user = rto.effective(index(model, requirement.from));
    if (user === undefined || !isServed(requirement)) return [];
    const limit = user + (requirement.grace ?? 0);
    const slower = requirement.of
      .map((id) => ({ id, minutes: rto.stated(index(model, id)) ?? 0 }))
      .filter((p) => p.minutes > limit);
    const inTime = requirement.of.length - slower.length;
    return slower.length > 0 && inTime < requirement.atLeast ? [{ requirement, limit, slower }] : [];
  });
}

/**
 * RTO and MTPD go from a user to what it needs to run and to serve, a grace added; of alternatives none inherits them.
 * RPO goes to what holds the user's data, never to hosts, networks, power or places (analysis.md §5; ISO 22301 8.2.2).
 */
export function timeObjectives(model: Model): TimeObjectives {
  const hard = rtoEdges(model);
  const rto = shortest(
    model,
    model.nodes.map((n) => figure(n, 'rto')),
    hard,
  );
  const mtpd = shortest(
    model,
    model.nodes.map((n) => figure(n, 'mtpd')),
    hard,
  );
  const rpo = shortest(
    model,
    model.nodes.map((n) => {
      const period = figure(n, 'rpo');
      return period && minutesOf(period);
    }),
    rpoEdges(model),
  );
  return { rto, rpo, mtpd, tooSlow: tooSlowIn(model, rto) };
}
