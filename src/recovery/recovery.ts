/** The answer in an outage, as plain data: what `recovery-order` prints, what the binder shows. Times in minutes. */
import type { Deadlock, Impact } from '../analysis/index.ts';
import type { Effect, Level } from '../inventory/index.ts';

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
  'shutdown',
] as const;
export type Action = (typeof actions)[number];

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
  /** Minutes after recovery starts. */
  readonly start: number;
  readonly end: number;
  /** The first part of it, which needs its staff. */
  readonly attended: number;
  readonly waitsFor: readonly Wait[];
  /** Steps that wait for this one, sorted. */
  readonly unlocks: readonly string[];
  readonly staff: Readonly<Record<string, number>>;
  readonly people: readonly string[];
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
  readonly impact: Impact;
  /** Sorted by wave, start, element, action: an order in which they can be worked off. */
  readonly steps: readonly Step[];
  /** What resumes by itself without a step, and when: id → minutes. */
  readonly resumes: ReadonlyMap<string, number>;
  readonly deadlocks: readonly Deadlock[];
  readonly objectives: readonly Objective[];
  readonly makespan: number;
  readonly criticalPath: readonly string[];
  /** What does not come back, and what it lacks. */
  readonly lost: readonly Lost[];
  /** What is up again and gives no service all the same, since something it serves with never comes back. */
  readonly notServing: readonly Lost[];
  readonly leftOut: readonly { readonly id?: string; readonly file: string; readonly reason: string }[];
  /** True: no order can finish any of it sooner (no staff limits were applied). */
  readonly optimal: boolean;
}
