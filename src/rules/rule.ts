import type { Facts } from '../analysis/index.ts';
import type { Finding, Severity } from '../diagnostics/diagnostic.ts';

/** Sets of rules that a plan chooses in `policy.profiles`. */
export const profiles = ['start', 'grundschutz', 'nis2', 'dora', 'full'] as const;
export type Profile = (typeof profiles)[number];

/** What a rule says of one place; id, source and severity come from the rule, unless the case has its own severity. */
export type Judgement = Omit<Finding, 'rule' | 'source' | 'severity'> & { readonly severity?: Severity };

/** One demand on a plan: its reason, its source and the check, with examples that are its tests and its page. */
export interface Rule {
  readonly id: string;
  /** Names under which texts ask for the same check; `explain` knows them. */
  readonly alsoKnownAs?: readonly string[];
  readonly severity: Severity;
  /** The profiles it belongs to; `full` has them all. */
  readonly profiles: readonly Profile[];
  /** What must hold, one sentence. */
  readonly summary: string;
  /** What happens to people who ignore it. */
  readonly why: string;
  /** The sentence of a standard or text that demands it. */
  readonly source: string;
  /** A plan that breaks it; every line that must be flagged ends in `# <--`. Empty: its cause is no text of a plan. */
  readonly bad: string;
  /** A plan that does not. */
  readonly good: string;
  /** Backup runs that lie beside an example, one JSON object a line: rules on the evidence need some to show. */
  readonly evidence?: { readonly bad?: string; readonly good?: string };
  /** Reads facts, never walks the graph; `registry` are all rules there are. Absent: the reader itself finds it, before there are facts. */
  check?(facts: Facts, registry: readonly Rule[]): Iterable<Judgement>;
}
