/** The answer in an outage, as plain data: what `recovery-order` prints, what the binder shows. Times in minutes. */
import type { Deadlock, Impact } from '../analysis/index.ts';
import type { Effect, Level } from '../inventory/index.ts';
import type { Measures } from './measures.ts';

export const actions = [
  'wait',
  'isolate',
  'replace',
  'rebuild',
  'restore',
  'failover',
  'bypass',
  'verify',
  'restart',
  'normalise',
  'shutdown',
] as const;
export type Action = (typeof actions)[number];

/** What an order puts first: promises kept, services back early, or the end of it all. */
export const aims = ['tardiness', 'restored', 'makespan'] as const;
export type Aim = (typeof aims)[number];

/** What a step waits for: at least `atLeast` of the steps `of`; `chosen` are those that were there first. */
export interface Wait {
  readonly atLeast: number;
  readonly of: readonly string[];
  readonly chosen: readonly string[];
}

export interface Step {
  /** `mail/restart`: element and action; stable as long as the plan is. */
  readonly id: string;
  readonly element: string;
  readonly action: Action;
  /** 1 + the greatest wave of the steps it waits for. */
  readonly wave: number;
  /** Minutes after the moment of planning. */
  readonly start: number;
  readonly end: number;
  /** The first part of it, which needs its staff. */
  readonly attended: number;
  readonly waitsFor: readonly Wait[];
  /** Steps that wait for this one, sorted. */
  readonly unlocks: readonly string[];
  readonly staff: Readonly<Record<string, number>>;
  /** Who does it: ids of people; for somebody without a name the role with a number, "contractor #2". */
  readonly people: readonly string[];
  /** The places on backup targets it takes, as ids of the targets. */
  readonly places?: readonly string[];
  /** The host of a farm it is started on, where that is not its usual one. */
  readonly placedOn?: string;
  /** The farm does it by itself. */
  readonly automatic?: boolean;
  /** It has been begun: what is planned is the rest of it. */
  readonly running?: boolean;
  /** Id of the procedure that says how. */
  readonly procedure?: string;
  readonly critical: boolean;
  /** Minutes it may slip before the whole recovery takes longer. */
  readonly slack: number;
  /** The time is not in the plan: a default was assumed. */
  readonly assumed: boolean;
  readonly availability: Level;
}

export type Verdict = 'met' | 'infeasible' | 'contested' | 'unreachable';

/** One promise (RTO, MTPD or a grace) and whether it can be kept. Minutes from the start of the outage. */
export interface Objective {
  readonly element: string;
  readonly basis: 'rto' | 'mtpd' | 'grace';
  readonly limit: number;
  /** No staff and no plan can be faster: above the limit, it proves the promise infeasible. */
  readonly lowerBound: number;
  /** When it serves again by this order; null: never. */
  readonly scheduled: number | null;
  /** The same with everything it needs `later` included; null: never. */
  readonly completeAt: number | null;
  readonly verdict: Verdict;
  readonly proved: boolean;
  /** The chain that decides it, from the element down to what starts first. */
  readonly because?: readonly string[];
  /** With `contested`: the other promises that claim the same people. */
  readonly with?: readonly string[];
  /** Minutes until the first of the people on that chain is there. */
  readonly peopleFrom?: number;
  readonly remedy?: Remedy;
}

/** A documented way round that this order takes. */
export interface UsedBypass {
  readonly from: string;
  readonly relation: string;
  readonly of: readonly string[];
  readonly procedure?: string;
  /** It is locked without; what it needs is lost; a promise is kept only with it. */
  readonly why: 'deadlock' | 'lost' | 'rto';
}

/** A bypass that would keep promises which this order misses; taken with `--allow-bypass`. */
export interface HelpfulBypass extends Omit<UsedBypass, 'why'> {
  readonly keeps: readonly string[];
}

/** Somebody who was planned with. */
export interface Planned {
  readonly id: string;
  readonly roles: readonly string[];
  /** Minutes after the moment of planning; null: does not come. */
  readonly from: number | null;
  /** Minutes of work in this order. */
  readonly busy: number;
}

/** What is reported of the work so far. */
export interface Progress {
  readonly done: readonly string[];
  readonly running: readonly string[];
  readonly failed: readonly string[];
}

/** What would keep a promise that is missed. */
export interface Remedy {
  /** The role of which one more person keeps it. */
  readonly role?: string;
  /** The step that keeps it when it takes so many minutes less. */
  readonly shorten?: { readonly step: string; readonly minutes: number };
}

export interface Lost {
  readonly id: string;
  readonly because: readonly string[];
}

export interface Recovery {
  readonly scenario: {
    readonly id: string | null;
    readonly name: string;
    readonly failed: readonly { readonly id: string; readonly effect: Effect }[];
  };
  /** What the scenario says is done besides; absent: nothing. */
  readonly measures?: Measures;
  readonly impact: Impact;
  /** What would go down later and does not, since what it needs is back before: minutes from the start of the outage. */
  readonly spared: readonly { readonly id: string; readonly until: number }[];
  /** Sorted by start, wave, slack, element: an order in which they can be worked off. A step's number is its place, from 1. */
  readonly steps: readonly Step[];
  /** What resumes by itself without a step, and when: id → minutes. */
  readonly resumes: ReadonlyMap<string, number>;
  /** As they are without any way round: what of them stays locked is in `locked`. */
  readonly deadlocks: readonly Deadlock[];
  /** Elements that stay locked in spite of every documented bypass. */
  readonly locked: readonly string[];
  readonly bypasses: readonly UsedBypass[];
  /** What is set up anew without its data, since what a restore needs does not come back. */
  readonly withoutData: readonly string[];
  readonly helpful: readonly HelpfulBypass[];
  readonly team: readonly Planned[];
  /** Roles that the plan fills with fewer people than one step asks for: as many were assumed. */
  readonly assumedStaff: readonly { readonly role: string; readonly named: number; readonly needed: number }[];
  /** Steps for which there is nobody: what needs them does not come back. */
  readonly unstaffed: readonly { readonly step: string; readonly roles: readonly string[] }[];
  /** Machines of farms for which no host has room. */
  readonly noRoom: readonly { readonly cluster: string; readonly machines: readonly string[] }[];
  readonly progress: Progress;
  /** Minutes from the start of the outage to the moment of planning: what the promises are counted from. */
  readonly elapsed: number;
  readonly objectives: readonly Objective[];
  readonly makespan: number;
  readonly criticalPath: readonly string[];
  /** What does not come back, and what it lacks. */
  readonly lost: readonly Lost[];
  /** What is up again and gives no service all the same, since something it serves with never comes back. */
  readonly notServing: readonly Lost[];
  readonly leftOut: readonly { readonly id?: string; readonly file: string; readonly reason: string }[];
  /** True: no order is better in what was put first. */
  readonly optimal: boolean;
  /** How many timetables were compared; 0: nobody has to wait for people, it is the earliest one. */
  readonly passes: number;
  readonly objective: Aim;
}
