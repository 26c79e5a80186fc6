import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, buildAndOr, type Group } from './and-or.ts';

/** The requirements of a plan as graphs over node numbers; each group's tag is the requirement's index. */
export interface RequirementGraph {
  readonly model: Model;
  /** What keeps an element up: run, serve, and later with a grace. */
  readonly hold: AndOr;
  /** What it needs to serve: run and serve. */
  readonly serve: AndOr;
  /** The same with everything it needs later. */
  readonly complete: AndOr;
}

/** The requirements that `wanted` accepts, as a graph. */
export function graphOf(model: Model, wanted: (requirement: Requirement, from: Node, index: number) => boolean): AndOr {
  const groups: Group[] = [];
  for (const [tag, requirement] of model.requirements.entries()) {
    const from = model.node(requirement.from);
    if (!from || !wanted(requirement, from, tag)) continue;
    const members = requirement.of.map((id) => (model.node(id) as Node).index);
    groups.push({ node: from.index, need: requirement.atLeast, members, tag });
  }
  return buildAndOr(model.nodes.length, groups);
}

const isHeld = (r: Requirement): boolean =>
  r.when === 'run' || r.when === 'serve' || (r.when === 'later' && r.grace !== undefined);
const isServed = (r: Requirement): boolean => r.when === 'run' || r.when === 'serve';

/** The graphs of a plan, each built when first asked for. */
export function buildRequirementGraph(model: Model): RequirementGraph {
  const known = new Map<string, AndOr>();
  const lazily = (name: string, wanted: (r: Requirement) => boolean): AndOr => {
    const found = known.get(name) ?? graphOf(model, wanted);
    known.set(name, found);
    return found;
  };
  return {
    model,
    get hold() {
      return lazily('hold', isHeld);
    },
    get serve() {
      return lazily('serve', isServed);
    },
    get complete() {
      return lazily('complete', (r) => isServed(r) || r.when === 'later');
    },
  };
}
