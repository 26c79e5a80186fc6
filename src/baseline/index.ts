export { type Compared, canBeKnown, compare, entriesOf, joined } from './compare.ts';
export type { BaselineEntry } from './entry.ts';
export { type BadLine, baselineText, readBaseline } from './file.ts';
