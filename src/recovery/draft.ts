import { earliestTimes, type Facts, type Impact, impactOf, type Situation, serveTimes } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { actionsOf, imagedIn, isRestoring } from './actions.ts';
import { upAt } from './bounds.ts';
import type { Event } from './event.ts';
import { goalsOf } from './goals.ts';
import { type Placements, placementsOf, rankOf } from './placement.ts';
import { type Promised, promisesOf } from './promises.ts';
import type { Aim } from './recovery.ts';
import { neededRoles, problemOf, type Resources, resourcesOf, undoable } from './resources.ts';
import type { Problem } from './schedule/problem.ts';
import { type Scheduled, schedule } from './schedule/schedule.ts';
import { passesFor } from './schedule/search.ts';
import { sparedBy, withoutSpared } from './spared.ts';
import { type Circumstances, fateOf, nothingReported, type Reported, type Task } from './task-list.ts';
import { firstProvider, type TaskGraph, taskGraph } from './tasks.ts';
import { type StaffOptions, type Team, teamOf } from './team.ts';
import { type Timed, timed } from './timed.ts';
import { type Ways, waysOf } from './ways.ts';

/** What an order is planned with besides the event. */
export interface OrderOptions extends StaffOptions {
  readonly aim?: Aim;
  /** How many timetables are compared at most; default: by the number of steps. */
  readonly passes?: number;
  /** Minutes from the start of the outage to the moment of planning; default: the alarm time of the policy. */
  readonly elapsed?: number;
  readonly reported?: Reported;
  /** Nobody is needed for anything: for what starts machines by itself. */
  readonly byItself?: boolean;
  /** Without hints what would help: for those who judge many events. */
  readonly brief?: boolean;
  /** Takes documented bypasses also where only a promise is kept by them. */
  readonly allowBypass?: boolean;
}

/** An order in the making: everything the answer is written from. */
export interface Draft {
  /** What goes down in spite of this order. */
  readonly impact: Impact;
  /** What would go down later and does not, by number: until which minute of the outage it must be so. */
  readonly spared: ReadonlyMap<number, number>;
  readonly ways: Ways;
  readonly circumstances: Circumstances;
  readonly placements: Placements;
  readonly promises: readonly Promised[];
  readonly team: Team;
  readonly elapsed: number;
  readonly problem: Problem;
  readonly running: ReadonlyMap<number, readonly number[]>;
  readonly scheduled: Scheduled;
  readonly timed: Timed;
  /** By node: when it is up and when it serves; minutes, Infinity never. */
  readonly up: Float64Array;
  readonly serves: Float64Array;
  /** By id: what an element needs to run and to serve. */
  readonly needsOf: ReadonlyMap<string, readonly Requirement[]>;
  /** Steps for which there is nobody, and what that loses. */
  readonly unstaffed: readonly Task[];
  readonly lostWith: ReadonlyMap<number, readonly string[]>;
}

/** What has to be brought back, and what cannot be: external things that failed have no action of ours. */
export function situationOf(model: Model, impact: Impact, failed: ReadonlySet<string> = new Set()): Situation {
  const size = model.nodes.length;
  const situation = {
    affected: new Uint8Array(size),
    restoring: new Uint8Array(size),
    resuming: new Uint8Array(size),
    gone: new Uint8Array(size),
  };
  const imaged = imagedIn(model);
  for (const node of model.nodes) {
    if (impact.nodes[node.index]?.state !== 'down') continue;
    situation.affected[node.index] = 1;
    const actions = actionsOf(node, fateOf(impact, imaged, node));
    if (actions.some(isRestoring)) situation.restoring[node.index] = 1;
    if (actions.length === 0) situation.resuming[node.index] = 1;
    const failedItself = (impact.nodes[node.index]?.because.length ?? 0) === 0;
    if ((node.external && failedItself) || failed.has(node.id)) situation.gone[node.index] = 1;
  }
  return situation;
}

/** Steps that have failed and take their element with them; a bypass or a failover that failed is only no way any more. */
function failedElements(reported: Reported): ReadonlySet<string> {
  const elements = [...reported.failed].filter((id) => !/\/(?:bypass\.|normalise\.|failover$)/.test(id));
  return new Set(elements.map((id) => id.slice(0, id.lastIndexOf('/'))));
}

const sweep = (graph: TaskGraph) =>
  earliestTimes(graph.graph, {
    duration: Float64Array.from(graph.tasks, (t) => t.time.takes),
    given: new Uint8Array(graph.tasks.length),
  });

/** Services that may be switched over by hand: down, and with a failover that has not failed. */
function switchable(model: Model, back: Uint8Array, impact: Impact, reported: Reported): ReadonlySet<number> {
  const services = model.of('service').map((s) => model.node(s.id) as Node);
  return new Set(
    services
      .filter((n) => firstProvider(n) !== undefined && impact.nodes[n.index]?.state === 'down' && back[n.index])
      .filter((n) => !reported.failed.has(`${n.id}/failover`))
      .map((n) => n.index),
  );
}

/** Decides what is switched over and where machines of farms go: both by the earliest times without limits of staff. */
function decide(
  facts: Facts,
  before: Circumstances,
  pointless: ReadonlySet<number>,
): { circumstances: Circumstances; placements: Placements } {
  const { model, impact, back, reported } = before;
  const candidates = switchable(model, back, impact, reported);
  const graph = taskGraph({ ...before, failovers: candidates });
  const { finish } = sweep(graph);
  const at = (node: Node): number => finish[graph.lastTask[node.index] as number] ?? Number.POSITIVE_INFINITY;
  const failovers = new Set(
    [...candidates].filter((index) => {
      if (pointless.has(index)) return false;
      const node = model.nodes[index] as Node;
      const first = model.node(firstProvider(node) as string) as Node;
      if (impact.nodes[first.index]?.state !== 'down') return false;
      const step = graph.tasks.find((t) => t.node === node && t.action === 'failover') as Task;
      return step.doneAt !== undefined || step.running !== undefined || (finish[step.index] as number) < at(first);
    }),
  );
  const need = (node: Node): number => rankOf(facts.needs.effective(node.index, 'availability'));
  const placements = placementsOf(model, impact, at, need);
  return { circumstances: { ...before, failovers, placements: placements.of }, placements };
}

/**
 * Plans one order. `also`: bypasses that are taken although nothing is locked without them, as `element/bypass.provider`.
 * @throws nothing: what cannot be planned is said in the draft
 */
export function draftOf(
  facts: Facts,
  event: Event,
  options: OrderOptions,
  also: ReadonlySet<string> = new Set(),
): Draft {
  const gone = failedElements(options.reported ?? nothingReported);
  const failures = [...event.failed, ...[...gone].map((element) => ({ element, effect: 'outage' as const }))];
  const impact = impactOf(facts.model, facts.graph, failures, facts.graph.still);
  const plan = (spared: ReadonlyMap<number, number>): Draft =>
    draftFor(facts, options, also, withoutSpared(impact, facts.model, new Set(spared.keys())), gone, spared);
  let draft = plan(new Map());
  const doomed = new Set<number>();
  // An order that need not start what never went down has other times: planned again until both agree.
  for (let round = 0; round < mostRounds; round++) {
    const { serves, elapsed, spared } = draft;
    const back = (v: number): number => (serves[v] as number) + elapsed;
    const all = sparedBy(facts.model, facts.graph, impact, back);
    for (const v of spared.keys()) if (!all.has(v)) doomed.add(v);
    const next = new Map([...all].filter(([v]) => !doomed.has(v)));
    if (next.size === spared.size && [...next.keys()].every((v) => spared.has(v))) return draft;
    draft = plan(next);
  }
  return plan(new Map());
}

/** How often an order is planned again for what need not be started; then everything that may fall is. */
const mostRounds = 5;

function draftFor(
  facts: Facts,
  options: OrderOptions,
  also: ReadonlySet<string>,
  impact: Impact,
  gone: ReadonlySet<string>,
  spared: ReadonlyMap<number, number>,
): Draft {
  const reported = options.reported ?? nothingReported;
  const ways = waysOf(facts.model, facts.graph, situationOf(facts.model, impact, gone), {
    also,
    refused: reported.failed,
  });
  const { model } = ways;
  const promises = promisesOf(facts, impact);
  const elapsed = options.elapsed ?? alarmTime(model);
  const back = ways.startable.back.slice();
  const none = new Map();
  const lostWith = new Map<number, readonly string[]>();
  const unstaffed: Task[] = [];
  const skipped = new Set<string>();
  const pointless = new Set<number>();
  for (;;) {
    const { circumstances, placements } = decide(
      facts,
      {
        model,
        impact,
        back,
        bypassed: ways.bypassed,
        rebuilt: ways.rebuilt,
        placements: none,
        failovers: new Set(),
        reported,
        skipped,
        byItself: options.byItself === true,
      },
      pointless,
    );
    const graph = taskGraph(circumstances);
    const team = teamOf(model, neededRoles(graph.tasks), options);
    const first = sweep(graph).finish;
    const usableAt = (id: string): number => first[graph.lastTask[(model.node(id) as Node).index] as number] ?? 0;
    const resources = resourcesOf(model, graph, team, usableAt);
    const { own, all } = undoable(graph, resources);
    if (all.length > 0) {
      // Without the people for it nothing that needs it comes back: planned again without them.
      for (const t of own) unstaffed.push(graph.tasks[t] as Task);
      for (const t of all) {
        const { node, id, index } = graph.tasks[t] as Task;
        const isBack = graph.lastTask[node.index] === index && impact.nodes[node.index]?.state === 'down';
        if (isBack) back[node.index] = 0;
        else skipped.add(id);
        if (isBack)
          lostWith.set(node.index, own.includes(t) ? rolesOf(graph.tasks[t] as Task) : missingOf(graph, t, all));
      }
      continue;
    }
    const goals = goalsOf(facts, model, impact, graph, {
      promises,
      bypassed: ways.bypassed,
      elapsed,
      aim: options.aim ?? 'tardiness',
    });
    const { problem, running } = problemOf(graph, resources, goals);
    const scheduled = schedule(problem, options.passes ?? passesFor(graph.tasks.length));
    const late = lateFailovers(model, graph, scheduled.timetable.finish);
    if (late.length > 0) {
      // With the people there are the first provider is back sooner: switching over would only do harm.
      for (const index of late) pointless.add(index);
      continue;
    }
    return {
      impact,
      spared,
      ways,
      circumstances,
      placements,
      promises,
      team,
      elapsed,
      problem,
      running,
      scheduled,
      needsOf: servingNeeds(model),
      ...timesOf(facts, ways, impact, graph, resources, scheduled),
      unstaffed,
      lostWith,
    };
  }
}

/** Services whose failover would be over only when their first provider is back already. */
function lateFailovers(model: Model, { tasks, lastTask }: TaskGraph, finish: Float64Array): readonly number[] {
  return tasks
    .filter((t) => t.action === 'failover' && t.doneAt === undefined && !t.running)
    .filter(({ node, index }) => {
      const first = model.node(firstProvider(node) as string) as Node;
      const back = lastTask[first.index] as number;
      return back !== -1 && (finish[back] as number) <= (finish[index] as number);
    })
    .map(({ node }) => node.index);
}

function servingNeeds(model: Model): ReadonlyMap<string, readonly Requirement[]> {
  const needs = new Map<string, Requirement[]>();
  for (const r of model.requirements) {
    if (r.when !== 'run' && r.when !== 'serve') continue;
    const known = needs.get(r.from);
    if (known) known.push(r);
    else needs.set(r.from, [r]);
  }
  return needs;
}

/** When everything is up and serves by a timetable. */
export function timesOf(
  _facts: Facts,
  ways: Ways,
  impact: Impact,
  graph: TaskGraph,
  resources: Resources,
  scheduled: Scheduled,
): Pick<Draft, 'timed' | 'up' | 'serves'> {
  const known = timed(graph, resources, scheduled.timetable);
  const isDown = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  const up = upAt(ways.model, isDown, graph, known.swept.finish);
  return { timed: known, up, serves: serveTimes(ways.graph, up, { waived: ways.bypassed }) };
}

/** Minutes before the first step, in which people are called. */
export const alarmTime = (model: Model): number => (model.policy as { alarmTime?: number }).alarmTime ?? 0;

const rolesOf = ({ time }: Task): readonly string[] => Object.keys(time.staff).sort();

/** The elements a task waits for that do not come back either. */
function missingOf({ tasks, graph }: TaskGraph, task: number, lost: readonly number[]): readonly string[] {
  const gone = new Set(lost);
  const found = new Set<string>();
  for (let g = graph.groupStart[task] as number; g < (graph.groupStart[task + 1] as number); g++) {
    for (let i = graph.memberStart[g] as number; i < (graph.memberStart[g + 1] as number); i++) {
      const member = graph.member[i] as number;
      if (gone.has(member)) found.add((tasks[member] as Task).node.id);
    }
  }
  return [...found].sort();
}
