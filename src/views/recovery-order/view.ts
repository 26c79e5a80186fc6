import type { Model } from '../../model/model.ts';
import type { Changes } from '../../recovery/changes.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';
import type { Place } from './text-warnings.ts';

/** What a view of a recovery order is asked for. */
export interface RecoveryViewOptions {
  /** The clock on the wall, where it is known when the recovery begins; without it times are minutes after the start. */
  readonly clock?: Clock | undefined;
  /** What is different from the last order. */
  readonly changes?: Changes | undefined;
  /** Shows a place of a plan file. */
  readonly place?: Place;
}

/** One way to write a recovery order down. */
export interface RecoveryView {
  /** The word for `--format`. */
  readonly name: string;
  /** What it is and who reads it, for the help. */
  readonly summary: string;
  /** What reads it starts machines by itself: times without anybody having to do it. */
  readonly byItself?: true;
  readonly render: (recovery: Recovery, model: Model, options: RecoveryViewOptions) => string;
}
