export type { AndOr } from './and-or.ts';
export { buildAndOr, leastFixpoint } from './and-or.ts';
export type { Deadlock, DeadlockLink, Repair } from './deadlocks.ts';
export { explainDeadlocks } from './deadlocks.ts';
export type { Failure, Impact, NodeImpact } from './impact.ts';
export { impactOf } from './impact.ts';
