import type { Location } from '../diagnostics/location.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, subgraph } from './and-or.ts';
import { coresOf } from './cores.ts';
import { type Repair, smallestRepairs } from './repairs.ts';
import { shortestCircle } from './shortest-circle.ts';
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

/** Marks by the number of a core, so that one array serves all searches. */
interface Marks {
  readonly coreOf: Int32Array;
  readonly seenBy: Int32Array;
}

/** Who needs the core, directly or through others, without being locked by itself. */
function waitingFor(locked: AndOr, core: readonly number[], mark: number, { coreOf, seenBy }: Marks): number[] {
  const queue = [...core];
  for (const v of core) seenBy[v] = mark;
  const found: number[] = [];
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = locked.userStart[v] as number; i < (locked.userStart[v + 1] as number); i++) {
      const user = locked.owner[locked.user[i] as number] as number;
      if (seenBy[user] === mark) continue;
      seenBy[user] = mark;
      queue.push(user);
      if (coreOf[user] === -1) found.push(user);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Why another provider of a link does not help. */
function whyStuck(v: number, back: Uint8Array, local: ReadonlyMap<number, number>, core: ReadonlySet<number>): string {
  if (back[v]) return 'it is up, but not enough';
  const inside = local.get(v);
  if (inside === undefined) return 'it cannot come back';
  return core.has(inside) ? 'it is locked in the same circle' : 'it is locked itself';
}

/** Looks at groups that the search for repairs may cost, all circles together, and one circle at least. */
const repairBudget = 6_000_000;
const leastRepairBudget = 20_000;

/** Every deadlock with its cause, what waits for it, and the smallest ways out. Sorted by the first element. */
export function explainDeadlocks(model: Model, { graph, back, deadlocked }: Startability): readonly Deadlock[] {
  // What is left to explain: the locked nodes alone, and of their requirements the unmet ones.
  const locked = subgraph(graph, deadlocked, (v) => back[v] === 1);
  const local = new Map([...deadlocked].map((v, i) => [v, i]));
  const nodeOf = (v: number): Node => model.nodes[deadlocked[v] as number] as Node;
  const shown = (nodes: readonly number[]): string[] =>
    nodes.filter((v) => nodeOf(v).kind !== 'backup').map((v) => nodeOf(v).id);
  const cores = coresOf(locked);
  const marks: Marks = {
    coreOf: new Int32Array(locked.size).fill(-1),
    seenBy: new Int32Array(locked.size).fill(-1),
  };
  for (const [i, core] of cores.entries()) for (const v of core) marks.coreOf[v] = i;
  const place = new Int32Array(locked.size).fill(-1);
  const budget = Math.max(leastRepairBudget, repairBudget / cores.length);
  return cores.map((core, number) => {
    const inCore = new Set(core);
    const alone = subgraph(locked, core, () => true, place);
    const cycle = shortestCircle(alone).map((hop): DeadlockLink => {
      const { when, relation, at, of } = model.requirements[alone.tag[hop.group] as number] as Requirement;
      const [from, to] = [nodeOf(core[hop.from] as number).id, nodeOf(core[hop.to] as number).id];
      const others = of.filter((id) => id !== to);
      const why = (id: string): string => whyStuck((model.node(id) as Node).index, back, local, inCore);
      return { from, to, when, relation, at, alternatives: others.map((id) => ({ id, why: why(id) })) };
    });
    return {
      elements: shown(core),
      waiting: shown(waitingFor(locked, core, number, marks)),
      cycle,
      sentence: sayCycle(cycle),
      repairs: smallestRepairs(model, alone, budget),
    };
  });
}
