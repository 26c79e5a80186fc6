export { standardText } from './clauses.ts';
export { type Answer, type Answers, coverageOf, type State, states } from './coverage.ts';
export { type Demand, type Standard, standards, type Text } from './demand.ts';
export type { Said } from './said.ts';
export { soundness, texts } from './texts/index.ts';
export type { Thing } from './things/index.ts';
