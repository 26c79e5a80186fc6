import { type Facts, type Impact, impactOf, serveTimes } from '../analysis/index.ts';
import type { Model, Node, Requirement } from '../model/model.ts';
import { upAt } from './bounds.ts';
import { decide, lateFailovers, sweep } from './choices.ts';
import type { Event } from './event.ts';
import { goalsOf } from './goals.ts';
import type { Placements } from './placement.ts';
import { type Promised, promisesOf } from './promises.ts';
import type { Aim } from './recovery.ts';
import { neededRoles, problemOf, type Resources, resourcesOf, undoable } from './resources.ts';
import type { Problem } from './schedule/problem.ts';
import { type Scheduled, schedule } from './schedule/schedule.ts';
import { passesFor } from './schedule/search.ts';
import { failedElements, situationOf } from './situation.ts';
import { sparedBy, withoutSpared } from './spared.ts';
import { type Circumstances, nothingReported, type Reported, type Task } from './task-list.ts';
import { type TaskGraph, taskGraph } from './tasks.ts';
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
      ...timesOf(ways, impact, graph, resources, scheduled),
      unstaffed,
      lostWith,
    };
  }
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
function timesOf(
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
