import { ics } from './ics.ts';
import { json } from './json.ts';
import { text } from './text.ts';
import type { DueView } from './view.ts';

export { dueItems } from './items.ts';
export type { DueItem } from './view.ts';

/** All ways to write down what is due, the default first. */
export const views: readonly DueView[] = [text, json, ics];
