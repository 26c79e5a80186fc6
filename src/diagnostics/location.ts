/** Keys and list indexes from the root of one YAML document to a value: `['virtualMachines', 'mail', 'runsOn', 0]`. */
export type Path = readonly (string | number)[];

/**
 * Where something is written, before anybody has counted lines. Cheap to make and to keep; `locate` turns it into a
 * {@link Range} only for what is reported.
 */
export interface Location {
  /** The plan file, relative to the plan folder, with `/`. */
  readonly file: string;
  /** Which document of a multi-document stream, from 0. */
  readonly document: number;
  readonly path: Path;
  /** True: the key itself is meant, not its value. */
  readonly onKey?: boolean;
  /** The place itself, where no path leads to it: syntax errors, a duplicate key. Wins over `path`. */
  readonly range?: Range;
}

/** A place as people and editors count it: 1-based, end included. Columns count UTF-16 code units. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
