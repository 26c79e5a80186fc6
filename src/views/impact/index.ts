import { json } from './json.ts';
import { text } from './text.ts';
import type { ImpactView } from './view.ts';

export { impactReport } from './report.ts';

/** All ways to write an impact down, the default first. */
export const views: readonly ImpactView[] = [text, json];
