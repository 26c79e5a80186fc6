/** A text file of somebody else's, relative to the folder or beside the file that is imported. */
export interface ForeignFile {
  readonly path: string;
  readonly text: string;
}

/** Something that was not understood, is missing, or was decided: nothing is silent. */
export interface ImportFinding {
  readonly severity: 'warning' | 'info';
  readonly message: string;
  readonly file: string;
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
}

/** A plan made from an inventory. */
export interface Imported {
  /** Files of the plan, paths relative to its folder. */
  readonly files: readonly ForeignFile[];
  readonly findings: readonly ImportFinding[];
  /** What was found, in lines for people. */
  readonly summary: readonly string[];
}

/** One source of plans. */
export interface Importer {
  readonly name: string;
  readonly description: string;
  readonly import: (files: readonly ForeignFile[], options: { readonly name: string }) => Imported;
}
