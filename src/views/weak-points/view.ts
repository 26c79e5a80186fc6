import type { Facts } from '../../analysis/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Node } from '../../model/model.ts';
import type { Header } from '../header.ts';

/** What a view of the weak points is asked for. */
export interface WeakPointsOptions {
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
  /** The processes and services (or other elements) that are looked at. */
  readonly targets: readonly Node[];
  /** They were named, and not chosen by their need. */
  readonly named: boolean;
  /** How many failures at once: 1, 2 or 3. */
  readonly order: number;
  readonly locate: (at: Location) => { readonly line: number };
}

/** One way to write weak points down. */
export interface WeakPointsView {
  readonly name: string;
  readonly render: (facts: Facts, options: WeakPointsOptions) => string;
}
