export * from './backups.ts';
export * from './papers.ts';
export * from './preparedness.ts';
export * from './statements.ts';
export * from './systems.ts';
export * from './telephony.ts';
export type { Thing, Things } from './thing.ts';
export { proceduresFor, serviceOf, stating } from './thing.ts';
export * from './virtualisation.ts';
