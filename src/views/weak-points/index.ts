import { json } from './json.ts';
import { mef } from './mef.ts';
import { text } from './text.ts';
import type { WeakPointsView } from './view.ts';

/** All ways to write weak points down, the default first. */
export const views: readonly WeakPointsView[] = [text, json, mef];
