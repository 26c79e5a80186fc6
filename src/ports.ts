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
  /**
   * Adds one line (without its end) to a file that others may write at the same time; made where there is none, mode
   * 0600. What is there is never changed. @throws UserError (io) when the line is not safely on the disk.
   */
  append(path: string, line: string): Promise<void>;
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
  /** Fingerprint of what a page says: a short hash of a text. Left out: pages have none. */
  readonly fingerprint?: (text: string) => string;
  /** Ids that are in another volume, and what a reference to them says, such as "2/41". */
  readonly elsewhere?: ReadonlyMap<string, string>;
  /** Print only these pages, from 1, of the whole; numbers, fingerprints and references stay those of the whole. */
  readonly only?: readonly number[];
  /** Password for opening the file: AES-256. The keys are random, so the bytes differ from print to print. */
  readonly password?: string;
}

/** A page of the paper and what it says. */
export interface PrintedPage {
  /** From 1, of the whole. */
  readonly number: number;
  /** Id of the section on it; empty when no section is. */
  readonly section: string;
  /** Empty when the job gives no way to make one, and on blank pages. */
  readonly fingerprint: string;
  /** Left blank so that the next chapter starts on a right-hand page. */
  readonly blank: boolean;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  /** Pages of the whole, also when only some were printed. */
  readonly pages: number;
  /** The page, from 1, of each element id that a reference points to. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** What the user should know, one sentence each: the browser ran without its sandbox, a reference leads nowhere. */
  readonly notes: readonly string[];
  /** All pages of the whole, in order. */
  readonly leaves: readonly PrintedPage[];
  /** Characters that no font could show, as `U+XXXX`, sorted; on the paper they stand like that in brackets. */
  readonly missingGlyphs: readonly string[];
}

export interface PdfPrinter {
  /** @throws UserError (browser) that says what was tried and what to install. */
  print(job: PrintJob): Promise<PrintedPdf>;
  /** Everything but the file: which page says what. @throws UserError as `print`. */
  layout(job: PrintJob): Promise<Omit<PrintedPdf, 'bytes'>>;
}

export interface Sink {
  /** Resolves when the text has been handed to the system; rejects when it could not be. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; undefined when not a terminal, or one that does not say. */
  readonly columns: number | undefined;
  readonly colour: boolean;
}

/** Files that are looked at again when they change. */
export interface Watch {
  /** Resolves once something has changed and has come to rest; `false`: the user asks to stop. */
  readonly next: () => Promise<boolean>;
  readonly close: () => void;
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
  /** Where a folder lies below the root of its checkout, ending with `/`; empty for the root and outside one. */
  readonly placeInCheckout: (dir: string) => Promise<string>;
  /** Asks on the terminal without showing what is typed. @throws UserError (usage) without a terminal. */
  readonly askPassword: (question: string) => Promise<string>;
  /**
   * Begins to watch the files below a folder that `wanted` accepts; the folder may vanish and come back. What changes
   * after this has resolved is seen, also while the program is busy.
   */
  readonly watch: (dir: string, wanted: (path: string) => boolean) => Promise<Watch>;
  readonly now: () => Date;
  readonly out: Sink;
  readonly err: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}
