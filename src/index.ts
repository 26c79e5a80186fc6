/** The public API: the straight line of the program, for those who use it as a library. */
export type { Facts, Impact } from './analysis/index.ts';
export { impactOf } from './analysis/index.ts';
export type { Diagnostic, Finding, Severity } from './diagnostics/diagnostic.ts';
export type { Location, Range } from './diagnostics/location.ts';
export type { Model, Node, Requirement } from './model/model.ts';
export { analyse, judge, locate, orderOf, type Reading, readPlan } from './pipeline.ts';
export type { RawFile } from './ports.ts';
export { coldStart, type Event, scenarioEvent } from './recovery/event.ts';
export type { Recovery, Step } from './recovery/recovery.ts';
