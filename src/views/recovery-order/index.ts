import { csv } from './csv.ts';
import { gantt, ganttByPerson } from './gantt.ts';
import { markdown } from './markdown.ts';
import type { RecoveryView } from './view.ts';

export type { RecoveryView, RecoveryViewOptions } from './view.ts';

/** The ways to write a recovery order down besides text and JSON. */
export const views: readonly RecoveryView[] = [markdown, csv, gantt, ganttByPerson];
