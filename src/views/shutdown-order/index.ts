import { json } from './json.ts';
import { text } from './text.ts';
import type { ShutdownView } from './view.ts';

/** All ways to write a shutdown order down, the default first. */
export const views: readonly ShutdownView[] = [text, json];
