import type { CopyStatus } from '../../paper/index.ts';
import type { Header } from '../header.ts';

export interface PaperOptions {
  readonly header: Header;
  readonly width: number;
  /** Why pages could not be compared; empty: they were. */
  readonly inexact: string;
}

/** One way to write the state of all copies down. */
export interface PaperView {
  readonly name: string;
  readonly render: (copies: readonly CopyStatus[], options: PaperOptions) => string;
}
