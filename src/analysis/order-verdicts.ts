import type { Node } from '../model/model.ts';

/** A promise that is not kept by the order of an event. Minutes from the start of the outage. */
export interface MissedPromise {
  readonly node: Node;
  readonly basis: 'rto' | 'mtpd' | 'grace';
  readonly limit: number;
  /** Null: it does not come back. */
  readonly scheduled: number | null;
  readonly lowerBound: number;
  /** `contested`: it could be kept alone. */
  readonly verdict: 'infeasible' | 'contested' | 'unreachable';
  /** From the element down to what starts first. */
  readonly because: readonly string[];
}

/** What the recovery order of one event says of the plan: filled in by the recovery, read by rules. */
export interface OrderVerdict {
  /** The scenario; null: the cold start of everything. */
  readonly scenario: string | null;
  readonly name: string;
  readonly missed: readonly MissedPromise[];
  /** The most minutes of attended work that a person has within 24 hours. */
  readonly workloads: readonly { readonly person: string; readonly minutes: number }[];
}
