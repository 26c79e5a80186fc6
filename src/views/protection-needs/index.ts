import { json } from './json.ts';
import { csv, markdown } from './tables.ts';
import { text } from './text.ts';
import type { NeedsView } from './view.ts';

/** All ways to write the protection needs down, the default first. */
export const views: readonly NeedsView[] = [text, json, csv, markdown];
