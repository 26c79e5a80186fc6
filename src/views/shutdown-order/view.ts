import type { ShutdownOrder } from '../../analysis/index.ts';
import type { Model, Node } from '../../model/model.ts';
import type { Header } from '../header.ts';

/** What a view of a shutdown order is asked for. */
export interface ShutdownViewOptions {
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
  /** Only what hangs on this facility; undefined: everything. */
  readonly facility: Node | undefined;
}

/** One way to write a shutdown order down. */
export interface ShutdownView {
  readonly name: string;
  readonly render: (order: ShutdownOrder, model: Model, options: ShutdownViewOptions) => string;
}
