import type { Location } from '../diagnostics/location.ts';
import type {
  Bypass,
  DataOf,
  IncidentResponse,
  Kind,
  NodeKind,
  Objective,
  Plan,
  Policy,
  Waiver,
  When,
} from '../inventory/index.ts';

/** An element of the plan with an id: a node of the recovery graph or a record such as a person or a procedure. */
export interface Element<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  /** Its name, or its id where it has none. */
  readonly name: string;
  /** Where it is written: the path to the element. */
  readonly at: Location;
  /** What is written, parsed and with units resolved. Fields that could not be used are absent: see `dropped`. */
  readonly data: DataOf<K>;
  /** Paths (from the element) of what was left out because its shape is wrong. */
  readonly dropped: readonly (readonly (string | number)[])[];
}

/**
 * A node: it can be up or down. `index` is its number in `model.nodes`, the currency of all analyses. Backups are nodes
 * too, derived ones: a backup can be used while its server, its medium and a key can; people are not shown them as steps.
 */
export interface Node extends Element<NodeKind | 'backup'> {
  readonly index: number;
  /** `system`: has actions, becomes steps. `derived`: up and down with its requirements. `data`: knows only restore. */
  readonly nature: 'system' | 'derived' | 'data';
  /** Not ours to start: no part of a cold start, never a step. */
  readonly external: boolean;
}

/** What happens to `from` when the requirement is no longer met: `stops` needs a restart afterwards, `waits` resumes. */
export type Lost = 'stops' | 'waits';

/**
 * The one notion under all relations: `from` needs at least `atLeast` of `of`. Ids are known to the model: unknown
 * ones are dropped while linking and kept in `model.problems`.
 */
export interface Requirement {
  readonly from: string;
  /** Distinct ids of nodes, in the order written. */
  readonly of: readonly string[];
  readonly atLeast: number;
  readonly when: When;
  /** Minutes it goes on after the provider was lost; only with `run` and `later`. */
  readonly grace?: number;
  readonly bypass?: Bypass;
  /** The field it comes from: `runsOn`, `dependsOn`, `backups.covers` … */
  readonly relation: string;
  readonly lost: Lost;
  /** The protection objectives it passes on from `from` to `of`. */
  readonly passes: readonly Objective[];
  readonly at: Location;
}

/** `manager` controls `managed`; C and I go upwards; no requirement. */
export interface Management {
  readonly manager: string;
  readonly managed: string;
  readonly at: Location;
}

/** A reference that could not be followed. */
export interface BadReference {
  readonly from: string;
  readonly to: string;
  readonly at: Location;
  /** The kinds the field takes. */
  readonly expected: readonly Kind[];
  /** The kind of what was found; absent: nothing has this id. */
  readonly found?: Kind;
  /** What has this id is written but broken beyond use. */
  readonly broken?: boolean;
}

/** A place that lies in itself, a part that contains itself: the chain of ids, the first one again at the end. */
export interface Circle {
  readonly field: 'in' | 'partOf';
  readonly ids: readonly string[];
  readonly at: Location;
}

/** One id, written more than once. */
export interface DuplicateId {
  readonly id: string;
  readonly kept: Location;
  readonly others: readonly Location[];
}

/** A requirement that cannot mean what is written. */
export interface BadRequirement {
  readonly from: string;
  readonly relation: string;
  readonly at: Location;
  /** `too-many`: it asks for more providers than it names; `grace`: a grace that its `when` does not know. */
  readonly problem: 'too-many' | 'grace';
  readonly detail: string;
}

/** Where something looks like a secret; the reader has taken the text itself out of the plan. */
export interface FoundSecret {
  /** What it looks like: "a private key". */
  readonly looksLike: string;
  readonly at: Location;
  /** The element or object it stands in; absent in a comment. */
  readonly element?: string;
}

/** An element or file that could not be used, or what an element needs and nobody knows. */
export interface LeftOut {
  readonly id?: string;
  readonly file: string;
  readonly reason: string;
}

/** The plan, linked. Immutable. Iteration orders do not depend on the order of files or keys. */
export interface Model {
  readonly plan: Plan | undefined;
  readonly planAt: Location | undefined;
  readonly policy: Policy;
  readonly policyAt: Location | undefined;
  /** Sorted by id; `nodes[i].index === i`. */
  readonly nodes: readonly Node[];
  readonly elements: ReadonlyMap<string, Element>;
  /** Elements of one kind, sorted by id. */
  readonly of: <K extends Kind>(kind: K) => readonly Element<K>[];
  readonly node: (id: string) => Node | undefined;
  /** Sorted by `from`, then in the order written. */
  readonly requirements: readonly Requirement[];
  readonly managements: readonly Management[];
  /** Entries without ids: rules of the house that were waived. */
  readonly waivers: readonly { readonly data: Waiver; readonly at: Location }[];
  readonly incidentResponse: IncidentResponse | undefined;
  readonly incidentResponseAt: Location | undefined;
  readonly problems: {
    readonly references: readonly BadReference[];
    readonly requirements: readonly BadRequirement[];
    readonly duplicates: readonly DuplicateId[];
    /** Chains of `in` or `partOf` that come back to themselves. */
    readonly circles: readonly Circle[];
    readonly leftOut: readonly LeftOut[];
    readonly secrets: readonly FoundSecret[];
  };
}
