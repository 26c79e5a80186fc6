import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';
import type { CoverageView } from './view.ts';

export { coverageItems } from './items.ts';
export type { CoverageText } from './view.ts';
export { inShort } from './words.ts';

/** All ways to write down what is covered, the default first. */
export const views: readonly CoverageView[] = [text, json, markdown];
