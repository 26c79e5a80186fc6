import type { Facts } from '../../analysis/index.ts';
import type { Header } from '../header.ts';

/** What a view of the protection needs is asked for. */
export interface NeedsViewOptions {
  /** The elements that are wanted; empty: all. */
  readonly ids: readonly string[];
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
  /** Every path that leads to a value, not only the shortest. */
  readonly complete: boolean;
}

/** One way to write the protection needs down. */
export interface NeedsView {
  readonly name: string;
  readonly render: (facts: Facts, options: NeedsViewOptions) => string;
}
