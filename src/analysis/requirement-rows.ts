import { objectives } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';

/** The requirements of a plan as node numbers: looked up once, since texts are slow. Row i is `model.requirements[i]`. */
export interface RequirementRows {
  /** By requirement: the node that has it. */
  readonly from: Int32Array;
  /** What requirement i names: `of[start[i]]` up to `of[start[i + 1]]`. */
  readonly start: Int32Array;
  readonly of: Int32Array;
  /** By requirement: bit i is set when it passes `objectives[i]` on. */
  readonly passes: Uint8Array;
  /** By requirement: an index into `relations`. */
  readonly relation: Uint16Array;
  readonly relations: readonly string[];
}

/** Numbers the requirements of a model. O(entries). */
export function requirementRows(model: Model): RequirementRows {
  const { requirements } = model;
  const numbers = new Map<string, number>();
  for (const { id, index } of model.nodes) numbers.set(id, index);
  const from = new Int32Array(requirements.length);
  const start = new Int32Array(requirements.length + 1);
  for (let i = 0; i < requirements.length; i++) {
    start[i + 1] = (start[i] as number) + (requirements[i] as (typeof requirements)[number]).of.length;
  }
  const of = new Int32Array(start[requirements.length] as number);
  const passes = new Uint8Array(requirements.length);
  const relation = new Uint16Array(requirements.length);
  const relations: string[] = [];
  const relationNumbers = new Map<string, number>();
  let at = 0;
  for (let i = 0; i < requirements.length; i++) {
    const requirement = requirements[i] as (typeof requirements)[number];
    from[i] = numbers.get(requirement.from) as number;
    for (const id of requirement.of) of[at++] = numbers.get(id) as number;
    for (const objective of requirement.passes)
      passes[i] = (passes[i] as number) | (1 << objectives.indexOf(objective));
    let number = relationNumbers.get(requirement.relation);
    if (number === undefined) {
      number = relations.push(requirement.relation) - 1;
      relationNumbers.set(requirement.relation, number);
    }
    relation[i] = number;
  }
  return { from, start, of, passes, relation, relations };
}

/** The node of an id that the model knows. */
export const indexOf = (model: Model, id: string): number => (model.node(id) as Node).index;
