/** A printed copy that no longer says what the plan says: found by comparing paper, read by rules. */
export interface CopyVerdict {
  readonly copy: number;
  /** The paper it is a copy of: a binder of the plan, or everything. */
  readonly document: string;
  readonly holder: string;
  readonly place: string;
  /** `YYYY-MM-DD`. */
  readonly printedOn: string;
  /** Titles of the sections that say something else. Empty: the plan no longer has what it was printed from. */
  readonly sections: readonly string[];
  /** The file and line that recorded it. */
  readonly file: string;
  readonly line: number;
}
