/** The outside world as types. Made once in `cli/run.ts`, passed to `main(args, ports)`; tests pass fakes. */

/** A file of the plan as it lies on disk, or why it could not be had. Paths are relative to the plan folder, with `/`. */
export type RawFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string; readonly hint?: string };

/** How much is read before drplan refuses; each is a flag. */
export interface ReadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files. */
  readonly totalBytes: number;
  readonly files: number;
  readonly depth: number;
}

export interface Files {
  /**
   * All regular files below `dir` (recursively, hidden and `node_modules` folders left out) whose name `wanted`
   * accepts, sorted by path in code unit order. Never follows a link out of `dir`; a device or FIFO is a problem, not
   * a read.
   * @throws UserError (io) when `dir` is not a folder.
   */
  readTree(dir: string, wanted: (path: string) => boolean, limits: ReadLimits): Promise<readonly RawFile[]>;
  /** One file. @throws UserError (io). */
  read(path: string): Promise<Uint8Array>;
  /** What is at `path`. */
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'>;
  /**
   * The old file or the complete new one, never less: temporary name in the same folder, flush, rename; mode 0600.
   * Folders on the way are made. `overwrite: false` refuses an existing file. @throws UserError (io).
   */
  write(path: string, content: string | Uint8Array, options?: { readonly overwrite?: boolean }): Promise<void>;
}

export interface PrintJob {
  /** A complete HTML document; see `adapters/browser/` for the conventions about page references. */
  readonly html: string;
  readonly title: string;
  readonly author: string;
  /** BCP 47, as in `<html lang>`. */
  readonly language: string;
  /** The date written into the file, so that the same input gives the same bytes. */
  readonly date: Date;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The page, from 1, of each element id that a reference points to. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** What the user should know, one sentence each: the browser ran without its sandbox, a reference leads nowhere. */
  readonly notes: readonly string[];
}

export interface PdfPrinter {
  /** @throws UserError (browser) that says what was tried and what to install. */
  print(job: PrintJob): Promise<PrintedPdf>;
}

export interface Sink {
  /** Resolves when the text has been handed to the system; rejects when it could not be. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns, or undefined when not a terminal. */
  readonly columns: number | undefined;
  readonly colour: boolean;
}

export interface Ports {
  readonly files: Files;
  /** Made when first asked for: no command but `print` loads a browser. */
  readonly pdf: (options: { readonly browser?: string }) => Promise<PdfPrinter>;
  /** The folder of drplan's own templates and examples. */
  readonly assets: {
    readonly read: (path: string) => Promise<Uint8Array>;
    /** Files below a folder, sorted, relative to it. */
    readonly list: (dir: string) => Promise<readonly string[]>;
  };
  /** The commit of the plan folder, if it lies in a git checkout: read from `.git`, no program is run. */
  readonly revision: (dir: string) => Promise<string | undefined>;
  readonly now: () => Date;
  readonly out: Sink;
  readonly err: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}
