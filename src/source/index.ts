export { decode } from './decode.ts';
export { isEvidence, readEvidence } from './evidence.ts';
export { overlay, removedBy } from './overlay.ts';
export type { Document, ParsedFile } from './parse.ts';
export { parse } from './parse.ts';
export { belongsToPlan } from './plan-files.ts';
export { resolve } from './resolve.ts';
export type { Placed } from './shape.ts';
export { planFile, shapeOf } from './shape.ts';
