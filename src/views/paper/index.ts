import { json } from './json.ts';
import { text } from './text.ts';
import type { PaperView } from './view.ts';

/** All ways to write the state of the copies down, the default first. */
export const views: readonly PaperView[] = [text, json];
