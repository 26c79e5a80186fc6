import type { Model, Node, Requirement } from '../model/model.ts';
import { newHeap } from './heap.ts';
import type { RequirementRows } from './requirement-rows.ts';

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

interface Stated {
  readonly rto: (number | undefined)[];
  readonly rpo: (number | undefined)[];
  readonly mtpd: (number | undefined)[];
}

/** The figures as they are written, by node; in `recovery` first. */
function statedFigures(model: Model): Stated {
  const figures: Stated = { rto: [], rpo: [], mtpd: [] };
  for (const node of model.nodes) {
    const data = node.data as Figures & { readonly recovery?: Figures };
    const { recovery } = data;
    const rpo = recovery?.rpo ?? data.rpo;
    figures.rto.push(recovery?.rto ?? data.rto);
    figures.rpo.push(rpo && minutesOf(rpo));
    figures.mtpd.push(recovery?.mtpd ?? data.mtpd);
  }
  return figures;
}

/** Edges in rows: who passes his figure on to whom, how many minutes later, and which requirement says so. */
interface Passing {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly requirement: Int32Array;
}

function passingOf(size: number, rows: RequirementRows, requirements: readonly number[]): Passing {
  const start = new Int32Array(size + 1);
  const width = (r: number): number => (rows.start[r + 1] as number) - (rows.start[r] as number);
  for (const r of requirements) {
    const from = (rows.from[r] as number) + 1;
    start[from] = (start[from] as number) + width(r);
  }
  for (let i = 1; i <= size; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
  const next = start.slice();
  const target = new Int32Array(start[size] as number);
  const requirement = new Int32Array(target.length);
  for (const r of requirements) {
    const from = rows.from[r] as number;
    for (let k = rows.start[r] as number; k < (rows.start[r + 1] as number); k++) {
      const at = next[from] as number;
      next[from] = at + 1;
      target[at] = rows.of[k] as number;
      requirement[at] = r;
    }
  }
  return { start, target, requirement };
}

/** The shortest stated or passed on, by a sweep from the shortest up: exact, since a grace only lengthens. O(m log n). */
function shortest(
  model: Model,
  stated: readonly (number | undefined)[],
  { start, target, requirement }: Passing,
  accepts: (node: number) => boolean = () => true,
): TimeObjective {
  const inherited = new Float64Array(stated.length).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(stated.length).fill(-1);
  const best = Float64Array.from(stated, (s) => s ?? Number.POSITIVE_INFINITY);
  const heap = newHeap();
  const done = new Uint8Array(stated.length);
  best.forEach((minutes, v) => {
    if (minutes !== Number.POSITIVE_INFINITY) heap.push(v, minutes);
  });
  for (let v = heap.pop(); v !== -1; v = heap.pop()) {
    if (done[v]) continue;
    done[v] = 1;
    for (let i = start[v] as number; i < (start[v + 1] as number); i++) {
      const to = target[i] as number;
      if (!accepts(to)) continue;
      const r = requirement[i] as number;
      const minutes = (best[v] as number) + ((model.requirements[r] as Requirement).grace ?? 0);
      if (minutes < (inherited[to] as number)) {
        inherited[to] = minutes;
        by[to] = r;
      }
      if (minutes < (best[to] as number)) {
        best[to] = minutes;
        heap.push(to, minutes);
      }
    }
  }
  return {
    stated: (node) => stated[node],
    inherited: (node) => {
      const r = by[node] as number;
      if (r === -1) return undefined;
      const { from, relation } = model.requirements[r] as Requirement;
      return { minutes: inherited[node] as number, from, relation };
    },
    effective: (node) => (best[node] === Number.POSITIVE_INFINITY ? undefined : best[node]),
  };
}

const isServed = ({ when }: Requirement): boolean => when === 'run' || when === 'serve';

/** Only what a user cannot do without has to be back in his time: of alternatives, any may be slow. */
function hardRequirements(model: Model): number[] {
  const found: number[] = [];
  model.requirements.forEach((r, i) => {
    if (isServed(r) && r.of.length <= r.atLeast) found.push(i);
  });
  return found;
}

const holdsNoData = new Set(['hypervisor', 'cluster', 'networkDevice', 'facility', 'location']);
const leadsToData = new Set(['uses', 'data', 'providers']);

/** A loss of data concerns what holds data: from the user down to the first element that a backup covers. */
function dataRequirements(model: Model, rows: RequirementRows): number[] {
  const covered = new Set(model.of('backup').flatMap((b) => b.data.covers));
  const found: number[] = [];
  model.requirements.forEach((r, i) => {
    const from = model.nodes[rows.from[i] as number] as Node;
    const passes =
      leadsToData.has(r.relation) ||
      (r.relation === 'runsOn' && from.kind === 'application') ||
      (r.relation === 'storedOn' && from.kind === 'data');
    if (!passes || covered.has(r.from)) return;
    const hasData = from.kind === 'application' && (from.data as { data?: unknown }).data !== undefined;
    if (!hasData || r.relation === 'data') found.push(i);
  });
  return found;
}

function tooSlowIn(model: Model, rows: RequirementRows, rto: TimeObjective): readonly TooSlow[] {
  const found: TooSlow[] = [];
  model.requirements.forEach((requirement, i) => {
    const user = rto.effective(rows.from[i] as number);
    if (user === undefined || !isServed(requirement)) return;
    const limit = user + (requirement.grace ?? 0);
    const [first, end] = [rows.start[i] as number, rows.start[i + 1] as number];
    let slow = 0;
    for (let k = first; k < end; k++) if ((rto.stated(rows.of[k] as number) ?? 0) > limit) slow++;
    if (slow === 0 || end - first - slow >= requirement.atLeast) return;
    const slower = requirement.of
      .map((id, k) => ({ id, minutes: rto.stated(rows.of[first + k] as number) ?? 0 }))
      .filter((p) => p.minutes > limit);
    found.push({ requirement, limit, slower });
  });
  return found;
}

/**
 * RTO and MTPD go from a user to what it needs to run and to serve, a grace added; of alternatives none inherits them.
 * RPO goes to what holds the user's data, never to hosts, networks, power or places (analysis.md §5; ISO 22301 8.2.2).
 */
export function timeObjectives(model: Model, rows: RequirementRows): TimeObjectives {
  const size = model.nodes.length;
  const hard = passingOf(size, rows, hardRequirements(model));
  const stated = statedFigures(model);
  const rto = shortest(model, stated.rto, hard);
  const mtpd = shortest(model, stated.mtpd, hard);
  const holdsData = (node: number): boolean => !holdsNoData.has((model.nodes[node] as Node).kind);
  const rpo = shortest(model, stated.rpo, passingOf(size, rows, dataRequirements(model, rows)), holdsData);
  return { rto, rpo, mtpd, tooSlow: tooSlowIn(model, rows, rto) };
}
