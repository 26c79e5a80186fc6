import type { Model } from '../../model/model.ts';
import type { Recovery, Step } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';

/** What a view of a recovery order is asked for. */
export interface RecoveryViewOptions {
  /** The clock on the wall, where it is known when the recovery begins; without it times are minutes after the start. */
  readonly clock?: Clock | undefined;
}

/** One way to write a recovery order down. */
export interface RecoveryView {
  /** The word for `--format`. */
  readonly name: string;
  /** What it is and who reads it, for the help. */
  readonly summary: string;
  readonly render: (recovery: Recovery, model: Model, options: RecoveryViewOptions) => string;
}

/** A step that says on which host a machine is started, where that is not its usual one. */
export type PlacedStep = Step & { readonly placedOn?: string };
